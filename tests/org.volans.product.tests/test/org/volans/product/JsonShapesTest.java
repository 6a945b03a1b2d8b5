package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What commands print with {@code --json} is what {@code docs/json} says, for every command that the product has. */
@ExtendWith(Sky.Parameter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonShapesTest {

    /** Where names or values are other people's. */
    private static final Pattern OPEN =
            Pattern.compile(".*/(header|parameters|results|result|settings|metadata)|.*/data/0");

    /** What a step of the tour gave, if it did. */
    private static final Pattern OPTIONAL =
            Pattern.compile("/(photometry|published_answer|discovery)|/targets/0/(cutout|sed)(/(fits|png|csv))?");

    private final JsonSchemas schemas = new JsonSchemas();
    private Map<String, List<JsonElement>> answers = Map.of();

    @BeforeAll
    void ask(@TempDir Path folder, Sky sky) throws Exception {
        answers = new JsonAnswers(folder, sky).all();
    }

    static List<String> commands() {
        return List.copyOf(JsonSchemas.commands());
    }

    @Test
    void everyCommandOfTheProductIsAskedAndHasASchema(@TempDir Path folder) throws Exception {
        List<String> commands = ProductCommands.all(new Volans(folder));
        assertThat(commands).contains("tour", "tap query", "samp listen");
        assertThat(JsonSchemas.commands()).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(commands);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersAreWhatTheSchemaSays(String command) {
        for (JsonElement answer : answers.get(command)) {
            assertThat(schemas.faults(command, answer)).as(answer.toString()).isEmpty();
        }
    }

    /** Without this a schema that takes anything would do. */
    @ParameterizedTest
    @MethodSource("commands")
    void spoiledAnswersAreRefused(String command) {
        List<JsonMutations.Mutation> spoiled = answers.get(command).stream()
                .flatMap(answer ->
                        JsonMutations.of(answer, OPEN.asMatchPredicate(), OPTIONAL.asMatchPredicate()).stream())
                .toList();
        assertThat(spoiled).isNotEmpty();
        assertThat(spoiled)
                .filteredOn(
                        mutation -> schemas.faults(command, mutation.answer()).isEmpty())
                .extracting(JsonMutations.Mutation::what)
                .isEmpty();
    }
}
