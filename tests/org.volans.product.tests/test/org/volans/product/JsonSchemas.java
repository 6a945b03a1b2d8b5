package org.volans.product;

import com.google.gson.JsonElement;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The schemas in {@code docs/json}; each is checked against the specification's own as it is read. */
final class JsonSchemas {

    /** Where they are in the sources. */
    static final Path FOLDER = Path.of("../../docs/json").toAbsolutePath().normalize();

    private static final String ENDING = ".schema.json";
    private static final String SHARED = "common";

    private final Validator validator =
            new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

    JsonSchemas() {
        // the shared shapes first: the others refer to them
        Stream.concat(Stream.of(SHARED), commands().stream().map(JsonSchemas::name))
                .forEach(name -> validator.registerSchema(uri(name), read(FOLDER.resolve(name + ENDING))));
    }

    /** The commands that have one. */
    static Set<String> commands() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> commands = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.equals(SHARED + ENDING))
                    .forEach(name -> commands.add(name.replace(ENDING, "").replace('-', ' ')));
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What in an answer is against the command's schema. */
    List<String> faults(String command, JsonElement answer) {
        return validator.validate(uri(name(command)), answer).getErrors().stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getError())
                .toList();
    }

    private static String name(String command) {
        return command.replace(' ', '-');
    }

    private static URI uri(String name) {
        return FOLDER.resolve(name + ENDING).toUri();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
