package org.volans.plugins.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plug-in may be called, and what follows from it. */
class PluginNameTest {

    private static PluginName of(String name) {
        return PluginName.of(name, Optional.empty());
    }

    @Test
    void aWordBelongsToNobody() {
        PluginName name = of("cross_match2");
        assertThat(name.folder()).isEqualTo("cross_match2");
        assertThat(name.id()).isEqualTo("org.example.cross_match2");
        assertThat(name.word()).isEqualTo("cross_match2");
        assertThat(name.type()).isEqualTo("CrossMatch2");
        assertThat(name.label()).isEqualTo("Cross match2");
        assertThat(name.path()).isEqualTo("org/example/cross_match2");
    }

    @Test
    void aPackageIsItsId() {
        PluginName name = of("edu.jhu.finder");
        assertThat(name.folder()).isEqualTo("edu.jhu.finder");
        assertThat(name.id()).isEqualTo("edu.jhu.finder");
        assertThat(name.type()).isEqualTo("Finder");
        assertThat(PluginName.of("finder", Optional.of("edu.jhu.vo")))
                .isEqualTo(new PluginName("finder", "edu.jhu.vo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Galactic | such as galactic",
                "my-plugin | such as my_plugin",
                "my plugin | such as my_plugin",
                "org.example.My-Plugin | such as org.example.my_plugin",
                "3d | such as galactic or",
                "_x | such as galactic or",
                "größe | such as galactic or",
                ".. | such as galactic or",
                "../evil | such as galactic or",
                "/tmp/evil | such as galactic or",
                "a\\b | such as galactic or",
                "a..b | such as galactic or",
                "org. | such as galactic or",
                "'' | such as galactic or",
                "class | 'class' is a word of the Java language",
                "org.example.true | 'true' is a word of the Java language",
                "aux | Windows",
                "java.vo | begin with java",
                "org.volans.api | begin with org.volans"
            })
    void refusesWhatCannotBe(String name, String why) {
        assertThatThrownBy(() -> of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + name + "'")
                .hasMessageContaining(why);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> of("a".repeat(101))).hasMessageContaining("too long");
        assertThat(of("a".repeat(100)).word()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Evil", "org.volans.evil", "new"})
    void thePackageIsCheckedLikewise(String apart) {
        assertThatThrownBy(() -> PluginName.of("fine", Optional.of(apart))).hasMessageContaining("'" + apart + "'");
    }
}
