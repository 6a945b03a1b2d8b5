package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.api.table.TableService;

/** A viewer that breaks a promise fails the contract's test for it, and no other. */
class ResultViewerContractTest {

    /** Reads a table for everything that it shows. */
    static class Reading implements ResultViewer {

        final TableService tables;

        Reading(TableService tables) {
            this.tables = tables;
        }

        @Override
        public boolean shows(String handler, HandlerResult result) {
            return result instanceof HandlerResult.Text;
        }

        @Override
        public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
                throws VoException {
            read(monitor);
            return List.of();
        }

        void read(IProgressMonitor monitor) throws VoException {
            try {
                tables.open(Path.of("missing.vot"), "", monitor);
            } catch (InputException e) {
                assertThat(e).hasMessageNotContaining("\n"); // there need be none
            }
        }
    }

    abstract static class Base extends ResultViewerContract {

        @Override
        protected HandlerResult shown() {
            return new HandlerResult.Text("words");
        }
    }

    static final class Good extends Base {

        @Override
        protected ResultViewer viewer(Services services) {
            return new Reading(services.tables());
        }
    }

    @Test
    void passesAGoodOne() {
        assertThat(Contracts.failures(Good.class)).isEmpty();
    }

    static final class Curious extends Base {

        @Override
        protected ResultViewer viewer(Services services) {
            return new Reading(services.tables()) {

                @Override
                public boolean shows(String handler, HandlerResult result) {
                    try {
                        read(new NullProgressMonitor());
                    } catch (VoException e) {
                        return false;
                    }
                    return true;
                }
            };
        }
    }

    @Test
    void findsOneThatWaitsBeforeItAnswers() {
        assertThat(Contracts.failures(Curious.class)).containsOnlyKeys("knowsAtOnceWhatItShows");
    }

    static final class Deaf extends Base {

        @Override
        protected ResultViewer viewer(Services services) {
            return new Reading(services.tables()) {

                @Override
                void read(IProgressMonitor monitor) throws VoException {
                    super.read(new NullProgressMonitor());
                }
            };
        }
    }

    @Test
    void findsOneThatKeepsItsMonitor() {
        assertThat(Contracts.failures(Deaf.class)).containsOnlyKeys("stopsWhenCancelled");
    }

    static final class Rude extends Base {

        @Override
        protected ResultViewer viewer(Services services) {
            return new Reading(services.tables()) {

                @Override
                public List<Path> show(
                        HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor) {
                    return List.of(Path.of("no-such-file"));
                }
            };
        }
    }

    @Test
    void findsOneThatNamesFilesThatAreNot() {
        assertThat(Contracts.failures(Rude.class)).containsOnlyKeys("showsIt");
    }
}
