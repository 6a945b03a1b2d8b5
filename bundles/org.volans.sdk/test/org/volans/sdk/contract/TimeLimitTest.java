package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.platform.commons.support.AnnotationSupport;

/** What hangs is told to its author, and does not keep the build waiting. */
class TimeLimitTest {

    @Test
    void everyContractHasOne() throws Exception {
        List<Path> contracts;
        try (Stream<Path> files = Files.list(Path.of("src/org/volans/sdk/contract"))) {
            contracts = files.filter(file -> file.toString().endsWith("Contract.java"))
                    .toList();
        }
        assertThat(contracts).hasSizeGreaterThan(5);
        for (Path contract : contracts) {
            String name = contract.getFileName().toString().replace(".java", "");
            Class<?> type = Class.forName("org.volans.sdk.contract." + name);
            assertThat(AnnotationSupport.findAnnotation(type, Timeout.class))
                    .as(name)
                    .hasValueSatisfying(limit -> assertThat(limit.threadMode()).isEqualTo(ThreadMode.SEPARATE_THREAD));
        }
    }
}
