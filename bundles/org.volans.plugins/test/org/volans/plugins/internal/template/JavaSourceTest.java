package org.volans.plugins.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sources that were put together of several templates. */
class JavaSourceTest {

    private static final String SOURCE = """
            package org.example.it;

            import java.util.Map;
            import java.util.List;

            import static org.assertj.core.api.Assertions.within;
            import static org.assertj.core.api.Assertions.assertThat;
            import java.util.List;
            import java.util.ListIterator;


            /** All of the list. */
            class It {
                List<String> all = assertThat(Map.of());
            }
            """;

    @Test
    void tidiesWhatIsImported() {
        assertThat(JavaSource.tidied(SOURCE)).isEqualTo("""
                        package org.example.it;

                        import static org.assertj.core.api.Assertions.assertThat;

                        import java.util.List;
                        import java.util.Map;

                        /** All of the list. */
                        class It {
                            List<String> all = assertThat(Map.of());
                        }
                        """);
    }

    @Test
    void leavesASourceWithoutImports() {
        String source = "package org.example.it;\n\nclass It {}\n";
        assertThat(JavaSource.tidied(source)).isEqualTo(source);
        assertThat(JavaImports.types(source)).isEmpty();
    }
}
