package org.volans.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;

class UsageTest {

    private static void refused(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @Test
    void boundsAreAllowedOrNot() {
        assertThatCode(() -> {
                    Usage.atLeast("--row", 1L, 1);
                    Usage.between("--radius", 0.0, 0, 90, "degrees");
                    Usage.between("--radius", 90.0, 0, 90, "degrees");
                    Usage.above("--radius", 180.0, 0, 180, "degrees");
                })
                .doesNotThrowAnyException();
        refused(() -> Usage.atLeast("--row", 0L, 1), "--row is at least 1, not 0");
        refused(() -> Usage.between("--radius", 90.5, 0, 90, "degrees"), "--radius is 0 to 90 degrees, not 90.5");
        refused(() -> Usage.between("--port", -1, 0, 65535, ""), "--port is 0 to 65535, not -1");
        refused(
                () -> Usage.above("--radius", 0.0, 0, 0.5, "degrees"),
                "--radius is more than 0 and at most 0.5 degrees, not 0.0");
    }

    @Test
    void whatIsNoNumberIsInNoBounds() {
        refused(() -> Usage.atLeast("--row", Double.NaN, 1), "--row is at least 1, not NaN");
        refused(() -> Usage.between("--x", Double.NaN, 0, 1, ""), "--x is 0 to 1, not NaN");
        refused(() -> Usage.above("--x", Double.NaN, 0, 1, ""), "--x is more than 0 and at most 1, not NaN");
    }

    @Test
    void whatWasNotGivenIsNotChecked() {
        assertThatCode(() -> {
                    Usage.given("--waveband", null);
                    Usage.atLeast("--row", null, 1);
                    Usage.between("--x", null, 0, 1, "");
                    Usage.above("--x", null, 0, 1, "");
                })
                .doesNotThrowAnyException();
        refused(() -> Usage.given("--waveband", " "), "--waveband is empty");
    }

    @Test
    void whatCannotBeReadIsWrongUsage() throws UsageException {
        assertThat(Usage.read("--pos", () -> Position.parse("1,2"))).isEqualTo(new Position(1, 2));
        refused(
                () -> Usage.read("--pos", () -> Position.parse("here")),
                "--pos: a position is RA,DEC in degrees, not 'here'");
        refused(
                () -> Usage.read(() -> {
                    throw new InputException("there is no such cut");
                }),
                "there is no such cut");
    }
}
