package org.volans.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.volans.api.cli.CliCommand;
import org.volans.sdk.contract.CliCommandContract;

/** Every command of the house describes itself as the contract for commands demands. */
class EveryCommandTest {

    private final BundleContext context =
            FrameworkUtil.getBundle(EveryCommandTest.class).getBundleContext();

    @TestFactory
    Stream<DynamicTest> describesItself() throws InvalidSyntaxException {
        Collection<ServiceReference<CliCommand>> commands = context.getServiceReferences(CliCommand.class, null);
        assertThat(commands).hasSizeGreaterThan(10);
        return commands.stream().map(command -> {
            String name = String.valueOf(command.getProperty(CliCommand.NAME));
            return DynamicTest.dynamicTest(name, () -> check(command));
        });
    }

    private void check(ServiceReference<CliCommand> reference) {
        assertThat(String.valueOf(reference.getProperty(CliCommand.NAME))).matches("[a-z][a-z0-9-]*");
        assertThat(String.valueOf(reference.getProperty(CliCommand.SUMMARY)))
                .isNotBlank()
                .doesNotEndWith(".");
        assertThat(reference.getProperty("service.scope")).isEqualTo("prototype");
        ServiceObjects<CliCommand> objects = context.getServiceObjects(reference);
        CliCommand command = objects.getService();
        try {
            CliCommandContract.checkHelp(command);
        } finally {
            objects.ungetService(command);
        }
    }
}
