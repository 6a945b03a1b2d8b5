package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.sdk.contract.Services.Call;
import org.volans.sdk.contract.Services.Fault;
import org.volans.sdk.testing.TestShell;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What {@link CliCommand} promises, as tests. An author's test extends this and says how the command is made and which words work.
 *
 * {@snippet class="org.volans.example.crossid.internal.CrossIdCommandTest"}
 */
@TimeLimit
public abstract class CliCommandContract {

    /** For files of the test; empty at first and gone at the end. */
    @TempDir
    protected Path folder = Path.of("");

    /** For a test of a command. */
    protected CliCommandContract() {}

    /** Makes the command as declarative services would: with what it needs of {@code services}. */
    protected abstract CliCommand command(Services services) throws Exception;

    /** Words behind the command's name with which it ends well when all goes well. */
    protected abstract List<String> words() throws Exception;

    /** Words that are wrong usage or wrong input; empty when there are none. */
    protected Optional<List<String>> wrongWords() throws Exception {
        return Optional.empty();
    }

    /** Whether it has something to print as JSON. */
    protected boolean hasJson() {
        return true;
    }

    /** The surroundings; to be overridden by a command that needs a registry. */
    protected TestShell shell() {
        return TestShell.in(folder);
    }

    /** Its service properties; as a rule those of the component that the build has described. */
    protected Map<String, Object> properties() throws Exception {
        return component().properties();
    }

    private ComponentXml component() throws Exception {
        return ComponentXml.of(command(new Services(Fault.NONE)).getClass());
    }

    private int run(TestShell shell, Services services, List<String> words) throws Exception {
        return shell.run(command(services), words.toArray(String[]::new));
    }

    private List<Call> asks() throws Exception {
        Services services = new Services(Fault.NONE);
        run(shell(), services, words());
        return services.asked();
    }

    /** The list of commands has a name and a line for it. */
    @Test
    protected void saysWhoItIs() throws Exception {
        assertThat(properties()).containsKeys(CliCommand.NAME, CliCommand.SUMMARY);
        assertThat(String.valueOf(properties().get(CliCommand.NAME)))
                .as(CliCommand.NAME)
                .matches("[a-z][a-z0-9-]*");
        assertThat(String.valueOf(properties().get(CliCommand.SUMMARY)))
                .as(CliCommand.SUMMARY)
                .isNotBlank()
                .doesNotContain("\n")
                .doesNotEndWith(".");
    }

    /** Each run gets an object of its own, into which picocli puts what the user typed. */
    @Test
    protected void isMadeForEachRun() throws Exception {
        assertThat(component().scope()).as("scope of the component").isEqualTo("prototype");
        assertThat(component().interfaces()).contains(CliCommand.class.getName());
    }

    /** The help says what it does, what each word means, and shows an example; so do those of its commands, if it is a group. */
    @Test
    protected void helps() throws Exception {
        checkHelp(command(new Services(Fault.NONE)));
    }

    /**
     * What {@link #helps} checks, for a command at hand.
     *
     * @throws AssertionError when something is missing
     */
    public static void checkHelp(CliCommand command) {
        CommandSpec spec = new CommandLine(command).getCommandSpec();
        String name = command.getClass().getSimpleName();
        assertThat(spec.usageMessage().description())
                .as("description in the @Command of %s", name)
                .isNotEmpty();
        assertThat(String.join("", spec.usageMessage().footer()))
                .as("footer in the @Command of %s: an example", name)
                .contains("volans ");
        for (ArgSpec word : spec.args()) {
            assertThat(word.description())
                    .as("description of %s of %s", word.paramLabel(), name)
                    .isNotEmpty();
        }
        command.subcommands().forEach(CliCommandContract::checkHelp);
    }

    /** It works, and says so by the exit code 0. */
    @Test
    protected void works() throws Exception {
        assertThat(run(shell(), new Services(Fault.NONE), words()))
                .as("exit code")
                .isZero();
    }

    /** With --json there is JSON on standard output and nothing else. */
    @Test
    protected void printsJsonOnly() throws Exception {
        assumeTrue(hasJson(), "it prints no JSON");
        TestShell shell = shell().withJson();
        assertThat(run(shell, new Services(Fault.NONE), words()))
                .as("exit code")
                .isZero();
        assertThat(shell.documents()).as("JSON documents").isNotEmpty();
        assertThat(shell.printed()).as("what else is on standard output").isEmpty();
    }

    /** What the user got wrong is said in one line, and the exit code is not 0. */
    @Test
    protected void refusesWrongWords() throws Exception {
        Optional<List<String>> wrong = wrongWords();
        assumeTrue(wrong.isPresent(), "the author names no wrong words");
        endsWell(new Services(Fault.NONE), wrong.get(), true);
    }

    /** Interrupted while it waits for a service, it stops. */
    @Test
    protected void stopsWhenInterrupted() throws Exception {
        Trials.stopsWhenCancelled(asks(), (services, monitor) -> run(shell().with(monitor), services, words()));
    }

    /** Whichever service fails, it says so in one line, or does without it. */
    @Test
    protected void survivesDeadServices() throws Exception {
        Trials.survivesDeadServices(asks(), services -> endsWell(services, words(), false));
    }

    private void endsWell(Services services, List<String> words, boolean wrong) throws Exception {
        TestShell shell = shell();
        try {
            int code = run(shell, services, words);
            assertThat(code).as("exit code").isBetween(wrong ? 1 : 0, 2);
            assertThat(shell.said()).as("what is said on standard error").doesNotContain("Exception", "\tat ");
        } catch (VoException | IOException | CommandLine.ParameterException e) {
            Side.oneLine(e);
        }
    }
}
