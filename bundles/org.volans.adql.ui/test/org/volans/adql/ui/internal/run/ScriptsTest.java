package org.volans.adql.ui.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.volans.adql.ui.internal.run.QueryRun.Order;
import org.volans.ui.services.ServiceEntry;

/** The same query for other programs. */
class ScriptsTest {

    private static final ServiceEntry SERVICE = new ServiceEntry("sky", "", URI.create("http://localhost/tap"));

    @Test
    void writesPyvo() {
        Upload upload = new Upload("mine", "objects.vot", Optional.empty(), Optional.empty());
        Order order =
                new Order(SERVICE, "SELECT '\\' FROM \"a\"\n", List.of(upload), true, OptionalLong.of(5), "query");
        assertThat(Scripts.pyvo(order)).isEqualTo("""
                import pyvo

                service = pyvo.dal.TAPService("http://localhost/tap")
                query = \"""\\
                SELECT '\\\\' FROM "a"
                \"""
                result = service.run_async(query, maxrec=5, uploads={"mine": "objects.vot"})
                print(result.to_table())
                """);
    }

    @Test
    void writesACommand() {
        Order order = new Order(SERVICE, "SELECT 'a'", List.of(), false, OptionalLong.empty(), "my query");
        assertThat(Scripts.volans(order))
                .isEqualTo("volans tap query http://localhost/tap 'SELECT '\\''a'\\''' -o 'my query.vot'\n");
    }
}
