package org.volans.datalink.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.datalink.internal.FakeService.Reply;
import org.volans.sdk.testing.StilTables;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** What becomes of a cutout service's answer. */
class SodaAnswerTest extends SodaFixture {

    @Test
    void keepsWhatItReceives() throws Exception {
        SodaOutcome outcome = answered(FITS);
        assertThat(outcome).isInstanceOfSatisfying(SodaOutcome.Data.class, data -> {
            assertThat(data.bytes()).isEqualTo(2880);
            assertThat(data.mediaType()).isEqualTo("image/fits");
            assertThat(data.file()).isEqualTo(folder.resolve("c.fits")).hasSize(2880);
            assertThat(data.request().getQuery()).isEqualTo("v=2&CIRCLE=240.484+46.768+0.00001");
        });
        assertThat(files()).containsExactly("c.fits");
    }

    @Test
    void takesCompressedFitsAndOtherData() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(FITS.body());
        }
        assertThat(answered(new Reply(200, "image/fits", bytes.toByteArray()))).isInstanceOf(SodaOutcome.Data.class);
        assertThat(answered(new Reply(200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})))
                .isInstanceOf(SodaOutcome.Data.class);
        assertThat(answered(Reply.of(200, "application/x-votable+xml", "<VOTABLE><RESOURCE/></VOTABLE>")))
                .isInstanceOf(SodaOutcome.Data.class);
    }

    @ParameterizedTest
    @CsvSource({
        "204,'',''",
        "400,text/plain,UsageFault: The region does not overlap the image",
        "404,text/plain,No data found in region",
        "500,text/plain,cutout outside of the image",
        "200,text/plain,NoContentFault: no overlap",
        "200,text/html,<html><body>Error: the circle is out of bounds</body></html>",
        "200,text/xml,<VOTABLE><RESOURCE><INFO name='QUERY_STATUS' value='ERROR'>Regions are disjoint</INFO></RESOURCE></VOTABLE>"
    })
    void tellsThatThereIsNothing(int status, String type, String body) throws Exception {
        assertThat(answered(Reply.of(status, type, body))).isInstanceOf(SodaOutcome.NoOverlap.class);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400,text/plain,CIRCLE: three numbers needed,CIRCLE: three numbers needed",
        "500,text/plain,Internal error,Internal error",
        "200,text/plain,Disk quota exceeded,Disk quota exceeded",
        "200,image/fits,'<!DOCTYPE html><title>Login</title><p>Who are you?</p>',Login: Login Who are you?",
        "200,text/xml,<VOTABLE><RESOURCE><INFO name='QUERY_STATUS' value='ERROR'>bad</INFO></RESOURCE></VOTABLE>,bad",
        "200,image/fits,'',the answer is empty"
    })
    void passesOnTheServersWords(int status, String type, String body, String words) throws Exception {
        Files.writeString(folder.resolve("c.fits"), "old");
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> answered(Reply.of(status, type, body)))
                .withMessageContaining(words);
        assertThat(files()).containsExactly("c.fits");
        assertThat(folder.resolve("c.fits")).hasContent("old");
    }

    @Test
    void refusesWhatIsCalledFitsAndIsNot() throws Exception {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> answered(new Reply(200, "image/fits", new byte[] {1, 2, 3, 4})))
                .withMessageContaining("called image/fits but does not begin like FITS");
        assertThat(files()).isEmpty();
    }

    private void receive(String length, IProgressMonitor monitor) throws VoException {
        ServiceDescriptor descriptor = Descriptors.descriptor(SYNC, "http://h/s", inputs("CIRCLE"));
        new SodaProvider(
                        (call, m) -> FakeService.answer(
                                call.uri(),
                                200,
                                n -> n.equals("Content-Length")
                                        ? Optional.of(length)
                                        : Optional.of("image/fits").filter(t -> n.equals("Content-Type")),
                                new ByteArrayInputStream(FITS.body())),
                        new StilTables())
                .cutout(SodaRequest.of(descriptor, CIRCLE), folder.resolve("c.fits"), monitor);
    }

    @Test
    void refusesLessThanWasPromised() throws Exception {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> receive("5760", new NullProgressMonitor()))
                .withMessage("h: the data broke off after 2880 of 5760 bytes");
        assertThat(files()).isEmpty();
        receive("2880", new NullProgressMonitor());
        assertThat(files()).containsExactly("c.fits");
    }

    @Test
    void leavesNothingWhenCancelled() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThatExceptionOfType(OperationCanceledException.class).isThrownBy(() -> receive("2880", monitor));
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/c.fits", "."})
    void asksNothingWhenTheTargetCannotBeWritten(String target) throws Exception {
        try (FakeService service = new FakeService(q -> FITS)) {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> new SodaProvider(service, new StilTables())
                            .cutout(
                                    SodaRequest.of(descriptor(service, inputs("CIRCLE")), CIRCLE),
                                    folder.resolve(target),
                                    new NullProgressMonitor()))
                    .withMessageContaining("folder");
            assertThat(service.requests()).isEmpty();
        }
    }
}
