package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

class WhiteboardTest {

    /** What declarative services answer a component that is being deactivated. */
    @NonNullByDefault({})
    private static final class Gone implements ComponentServiceObjects<String> {
        @Override
        public String getService() {
            throw new IllegalStateException();
        }

        @Override
        public void ungetService(String service) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServiceReference<String> getServiceReference() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void nobodyIsThereWhenWhoAsksIsGoing() {
        assertThat(new Whiteboard<String>().services(List.of(new Gone()))).isEmpty();
    }
}
