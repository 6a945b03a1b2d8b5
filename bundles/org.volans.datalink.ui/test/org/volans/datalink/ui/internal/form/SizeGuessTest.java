package org.volans.datalink.ui.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.net.HttpBody.Field;

/** How large a cutout will be, and what is sent for it. */
class SizeGuessTest {

    private static final ServiceInput CIRCLE = input("Circle", "double", "3", "deg", "0 0 1");
    private static final OptionalLong WHOLE = OptionalLong.of(100_000_000);

    private static ServiceInput input(String name, String type, String size, String unit, String max) {
        return new ServiceInput(name, "", "", unit, "", type, size, "", "", "", max, List.of());
    }

    private static Circle circle(double radius) {
        return new Circle(new Position(0, 0), radius);
    }

    private static Answers answers(Region... regions) {
        Answers answers = new Answers();
        List.of(regions).forEach(answers::region);
        return answers;
    }

    @Test
    void isAsTheAreas() {
        assertThat(SizeGuess.of(answers(circle(0.1)), List.of(CIRCLE), WHOLE).orElseThrow())
                .isBetween(1_000_000L, 2_500_000L);
        assertThat(SizeGuess.of(answers(circle(3)), List.of(CIRCLE), WHOLE)).isEqualTo(WHOLE);
        assertThat(SizeGuess.of(answers(), List.of(CIRCLE), WHOLE)).isEqualTo(WHOLE);
    }

    @Test
    void isAsTheBands() {
        Answers tenth = answers();
        tenth.band(new Interval(2e-9, 3e-9));
        assertThat(SizeGuess.of(tenth, List.of(CIRCLE, input("BAND", "double", "2", "nm", "0 10")), WHOLE)
                        .orElseThrow())
                .isBetween(9_000_000L, 11_000_000L);
        assertThat(SizeGuess.of(tenth, List.of(CIRCLE, input("BAND", "double", "2", "nm", "")), WHOLE))
                .isEqualTo(WHOLE);
    }

    @Test
    void isNotGuessedWithoutFigures() {
        assertThat(SizeGuess.of(answers(circle(1)), List.of(), WHOLE)).isEmpty();
        assertThat(SizeGuess.of(answers(circle(1)), List.of(CIRCLE), OptionalLong.empty()))
                .isEmpty();
    }

    @Test
    void answersBecomeParametersAsTheDescriptorSpellsThem() {
        Answers answers = new Answers();
        answers.region(circle(0.5));
        answers.band(new Interval(2e-7, 4e-7));
        answers.other("scale", "2");
        List<ServiceInput> inputs = List.of(CIRCLE, input("band", "double", "2", "nm", ""));
        assertThat(answers.fields(inputs))
                .containsExactly(new Field("Circle", "0 0 0.5"), new Field("band", "200 400"), new Field("scale", "2"));
        assertThat(answers.fields(List.of(input("pos", "char", "*", "", ""))).getFirst())
                .isEqualTo(new Field("pos", "CIRCLE 0 0 0.5"));
    }
}
