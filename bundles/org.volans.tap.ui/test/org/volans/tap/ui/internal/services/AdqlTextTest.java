package org.volans.tap.ui.internal.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.adql.AdqlService;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.ui.services.ServiceEntry;

class AdqlTextTest {

    /** Delimits what is not plain and the word {@code order}, as the true one does. */
    private static final AdqlService ADQL = (AdqlService) Proxy.newProxyInstance(
            AdqlService.class.getClassLoader(), new Class<?>[] {AdqlService.class}, (self, method, arguments) -> {
                String name = String.valueOf(arguments[0]);
                return name.matches("\\w+") && !name.equals("order") ? name : '"' + name + '"';
            });

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            s            , s.t           , s              , s.t
            s            , s.order       , s              , 's."order"'
            '"odd one"'  , '"odd one".t' , '"odd one"'    , '"odd one".t'
            odd one      , '"odd one".t' , '"odd one"'    , '"odd one".t'
            cat.sch      , cat.sch.t     , cat.sch        , cat.sch.t
            """)
    void namesAsTheyAreWrittenInAQuery(String schema, String table, String schemaText, String tableText) {
        ServiceNode service = new ServiceNode(new ServiceEntry("x", "", URI.create("http://x.org/tap")));
        SchemaNode node = new SchemaNode(
                service, new SchemaMeta(schema, "", List.of(new TableMeta(table, "", "", "table", "", List.of()))));
        AdqlText text = new AdqlText(ADQL);
        assertThat(text.of(node)).isEqualTo(schemaText);
        assertThat(text.of(node.child(0))).isEqualTo(tableText);
        assertThat(text.first((TableNode) node.child(0), 5)).isEqualTo("SELECT TOP 5 *\nFROM " + tableText);
        assertThat(node.label()).doesNotContain("\"");
    }
}
