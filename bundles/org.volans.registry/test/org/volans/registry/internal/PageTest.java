package org.volans.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.registry.internal.RegTap.tap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryConstraint.Keywords;
import org.volans.api.registry.RegistryConstraint.Type;
import org.volans.api.registry.RegistryCursor;
import org.volans.api.registry.RegistryPage;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.ServiceType;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.sdk.testing.StubTap;
import uk.ac.starlink.table.StarTable;

class PageTest {

    private static final URI REGISTRY = URI.create("http://reg.example/tap");
    private static final String TAP = "ivo://ivoa.net/std/tap";
    private static final Pattern TOP = Pattern.compile("TOP (\\d+) ");
    private static final Pattern BEHIND = Pattern.compile("s\\.ivoid > '([^']*)'");

    private final NullProgressMonitor monitor = new NullProgressMonitor();

    /** A registry of records 00 to 19 without keywords, which heeds the limit and the place. */
    private static StarTable twenty(TapQuery query) {
        Matcher behind = BEHIND.matcher(query.adql());
        String after = behind.find() ? behind.group(1) : "";
        return answer(IntStream.range(0, 20)
                .mapToObj(n -> String.format("ivo://a/%02d", n))
                .filter(ivoid -> ivoid.compareTo(after) > 0)
                .limit(top(query))
                .map(ivoid -> tap(ivoid, ivoid.substring(8), 0, TAP, "http://a.example/" + ivoid.substring(8))));
    }

    private static int top(TapQuery query) {
        Matcher top = TOP.matcher(query.adql());
        assertThat(top.find()).isTrue();
        return Integer.parseInt(top.group(1));
    }

    private static StarTable answer(Stream<Object[]> rows) {
        return StubTap.table(
                Stream.concat(Stream.<Object[]>of(RegTap.HEAD), rows).toArray(Object[][]::new));
    }

    private List<RegistryPage> pages(StubTap tap, int size, RegistryConstraint... constraints) throws VoException {
        RegTapRegistryService service = new RegTapRegistryService(tap, new Quoting());
        List<RegistryPage> pages = new ArrayList<>();
        Optional<RegistryCursor> next = Optional.empty();
        do {
            pages.add(service.page(REGISTRY, new RegistryQuery(List.of(constraints), size), next, monitor));
            next = pages.getLast().next();
        } while (next.isPresent());
        return pages;
    }

    private static List<String> names(List<RegistryPage> pages) {
        return pages.stream()
                .flatMap(p -> p.records().stream())
                .map(RegistryRecord::shortName)
                .toList();
    }

    @Test
    void pagesGiveEveryRecordOnce() throws VoException {
        StubTap tap = RegTap.registry(1, PageTest::twenty);
        List<RegistryPage> pages = pages(tap, 8);
        assertThat(pages).extracting(p -> p.records().size()).containsExactly(8, 8, 4);
        assertThat(names(pages))
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(n -> String.format("%02d", n))
                        .toList());
        // the schema, then a question for each page
        assertThat(tap.asked()).hasSize(4);
        assertThat(tap.adql().getLast()).endsWith("\nORDER BY ivoid");
    }

    @Test
    void aPageThatEndsWithTheLastRecordIsTheLast() throws VoException {
        assertThat(pages(RegTap.registry(1, PageTest::twenty), 10)).hasSize(2);
        assertThat(pages(RegTap.registry(1, PageTest::twenty), 20)).hasSize(1);
    }

    @Test
    void keywordsGoOnBehindTheRelevanceOfTheLastRecord() throws VoException {
        StubTap tap = RegTap.registry(1);
        new RegTapRegistryService(tap, new Quoting())
                .page(
                        REGISTRY,
                        RegistryQuery.of(new Keywords(List.of("radio", "sky"))),
                        Optional.of(new RegistryCursor(9, "ivo://o'neill/x")),
                        monitor);
        assertThat(tap.adql().getLast())
                .contains("WHERE (k0.w + k1.w < 9 OR (k0.w + k1.w = 9 AND s.ivoid > 'ivo://o''neill/x'))")
                .endsWith("\nORDER BY relevance DESC, ivoid");
    }

    @Test
    void theOrderOfTheRegistryStands() throws VoException {
        // as a collation has it that overlooks punctuation
        StubTap tap = RegTap.registry(
                1,
                tap("ivo://a/b-c", "first", 5, TAP, "http://1.example/"),
                tap("ivo://a/b", "second", 5, TAP, "http://2.example/"),
                tap("ivo://a/b", "second", 5, TAP, "http://3.example/"),
                tap("ivo://a/a", "third", 1, TAP, "http://4.example/"));
        RegistryPage page = new RegTapRegistryService(tap, new Quoting())
                .page(REGISTRY, new RegistryQuery(List.of(new Keywords(List.of("x"))), 2), Optional.empty(), monitor);
        assertThat(page.records()).extracting(RegistryRecord::shortName).containsExactly("first", "second");
        assertThat(page.records().get(1).interfaces()).hasSize(2);
        assertThat(page.next()).contains(new RegistryCursor(5, "ivo://a/b"));
    }

    @Test
    void anAnswerThatIsCutOffMakesSmallerPagesOfWholeRecords() throws VoException {
        StubTap tap = new StubTap((query, m) -> {
            if (query.adql().contains("tap_schema.columns")) {
                return StubTap.result(RegTap.version(1), false);
            }
            TapResult whole = StubTap.result(twenty(query), top(query) > 4);
            return whole;
        });
        List<RegistryPage> pages = pages(tap, 12);
        assertThat(pages).allMatch(p -> p.records().size() <= 3);
        assertThat(names(pages)).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aRegistryThatAlwaysSendsTheSameIsNotAskedForEver() throws VoException {
        StubTap tap = RegTap.registry(
                1,
                tap("ivo://a/1", "1", 0, TAP, "http://1.example/"),
                tap("ivo://a/2", "2", 0, TAP, "http://2.example/"));
        assertThat(pages(tap, 1)).hasSize(2);
    }

    @Test
    void recordsWithoutAUsableInterfaceLeaveGapsInAPage() throws VoException {
        Object[] page = tap("ivo://a/1", "page", 0, TAP, "http://page.example/");
        page[8] = "vr:WebBrowser";
        StubTap tap = RegTap.registry(1, page, tap("ivo://a/2", "tap", 0, TAP, "http://tap.example/"));
        assertThat(names(pages(tap, 5, new Type(ServiceType.TAP)))).containsExactly("tap");
    }
}
