package org.volans.sdk.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as JUnit does. */
final class Contracts {

    private Contracts() {}

    /** The tests that fail, by the names of their methods, with their messages. */
    static Map<String, String> failures(Class<?> test) {
        Map<String, String> failures = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            @NonNullByDefault({}) // JUnit's own
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failures.put(
                            identifier.getDisplayName().replace("()", ""),
                            String.valueOf(result.getThrowable().orElseThrow().getMessage()));
                }
            }
        });
        return failures;
    }
}
