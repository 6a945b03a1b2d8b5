package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.engine.internal.TestTables.ask;
import static org.volans.engine.internal.TestTables.load;
import static org.volans.engine.internal.TestTables.rows;
import static org.volans.engine.internal.TestTables.texts;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.volans.api.adql.AdqlDatabase;
import uk.ac.starlink.table.StarTable;

/** The queries that clients send to a RegTAP service (RegTAP 1.1) and to TAP_SCHEMA (TAP 1.1, section 4). */
class RegistryQueryTest {

    private static final AdqlDatabase DATABASE = TestTables.database();

    /** What PyVO 1.4 and later select, in its order. */
    private static final String PLAIN = "ivoid, res_type, short_name, res_title, content_level, res_description,"
            + " reference_url, creator_seq, created, updated, rights, content_type, source_format, source_value,"
            + " region_of_regard, waveband";

    @BeforeAll
    static void load3() throws Exception {
        load(
                DATABASE,
                "rr",
                "rr.resource",
                texts(
                        PLAIN.replace(",", ""),
                        "ivo://cds/viz|vs:catalogservice|VizieR|TAPVizieR|research|All of VizieR, SDSS12 too|http://x|CDS|"
                                + "2001|2002|free|catalog|||0|optical#infrared",
                        "ivo://astron/tap|vs:catalogservice|ASTRON|ASTRON VO|research|LoLSS images|http://y|Mancini|"
                                + "2011|2012||survey|||0|radio"));
        load(
                DATABASE,
                "rr",
                "rr.capability",
                texts(
                        "ivoid cap_index cap_type cap_description standard_id",
                        "ivo://cds/viz|1|tr:tableaccess||ivo://ivoa.net/std/tap",
                        "ivo://cds/viz|2|||ivo://ivoa.net/std/vosi#tables",
                        "ivo://astron/tap|1|tr:tableaccess|TAP|ivo://ivoa.net/std/tap"));
        load(
                DATABASE,
                "rr",
                "rr.interface",
                texts(
                        "ivoid cap_index intf_index intf_type intf_role url_use access_url",
                        "ivo://cds/viz|1|1|vs:paramhttp|std|base|http://tapvizier/tap",
                        "ivo://cds/viz|2|1|vs:paramhttp|std|full|http://tapvizier/tables",
                        "ivo://astron/tap|1|1|vs:paramhttp|std|base|http://vo.astron.nl/tap"));
        load(
                DATABASE,
                "rr",
                "rr.res_detail",
                texts(
                        "ivoid cap_index detail_xpath detail_value",
                        "ivo://astron/tap|1|/capability/dataModel/@ivo-id|ivo://ivoa.net/std/ObsCore#core-1.1"));
        load(DATABASE, "rr", "rr.res_subject", texts("ivoid res_subject", "ivo://cds/viz|sdss12 photometry"));
        load(
                DATABASE,
                "tap_schema",
                "tap_schema.columns",
                texts("table_name column_name datatype size", "ivoa.obscore|s_ra|double|"));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static String pyvo(String condition, String... more) {
        String sep = "':::py VO sep:::'";
        return "SELECT\n" + PLAIN
                + ", \n  ivo_string_agg(COALESCE(access_url, ''), " + sep + ") AS access_urls"
                + ", \n  ivo_string_agg(COALESCE(standard_id, ''), " + sep + ") AS standard_ids"
                + ", \n  ivo_string_agg(COALESCE(intf_type, ''), " + sep + ") AS intf_types"
                + ", \n  ivo_string_agg(COALESCE(intf_role, ''), " + sep + ") AS intf_roles"
                + ", \n  ivo_string_agg(COALESCE(cap_description, ''), " + sep + ") AS cap_descriptions"
                + "\nFROM\nrr.resource\nNATURAL LEFT OUTER JOIN rr.capability\nNATURAL LEFT OUTER JOIN rr.interface"
                + String.join("", more)
                + "\nWHERE\n" + condition + "\nGROUP BY\n" + PLAIN;
    }

    @Test
    void answersPyvo14OnKeywords() throws Exception {
        StarTable found = ask(
                DATABASE,
                pyvo(
                        "(ivoid IN (SELECT ivoid FROM rr.resource WHERE 1=ivo_hasword(res_description, 'SDSS12')"
                                + " UNION ALL SELECT ivoid FROM rr.resource WHERE 1=ivo_hasword(res_title, 'SDSS12')"
                                + " UNION ALL SELECT ivoid FROM rr.res_subject WHERE rr.res_subject.res_subject ILIKE '%SDSS12%'))"));
        assertThat(found.getRowCount()).isEqualTo(1);
        assertThat(found.getCell(0, 0)).isEqualTo("ivo://cds/viz");
        assertThat(String.valueOf(found.getCell(0, 16)).split(":::py VO sep:::"))
                .containsExactlyInAnyOrder("http://tapvizier/tap", "http://tapvizier/tables");
        // the lists run in step: an address and its standard stand at the same place
        boolean tapFirst = String.valueOf(found.getCell(0, 16)).startsWith("http://tapvizier/tap:");
        assertThat(String.valueOf(found.getCell(0, 17)).startsWith("ivo://ivoa.net/std/tap:"))
                .isEqualTo(tapFirst);
    }

    @Test
    void answersPyvo14OnDataModelAndWaveband() throws Exception {
        StarTable found = ask(
                DATABASE,
                pyvo(
                        "(detail_xpath = '/capability/dataModel/@ivo-id' AND 1 = ivo_nocasematch(detail_value,"
                                + " 'ivo://ivoa.net/std/obscore%'))\n  AND (1 = ivo_hashlist_has(rr.resource.waveband,"
                                + " 'radio'))\n  AND (standard_id IN ('ivo://ivoa.net/std/tap'))",
                        "\nNATURAL LEFT OUTER JOIN rr.res_detail"));
        assertThat(rows(found)).extracting(r -> r.get(0)).containsExactly("ivo://astron/tap");
        assertThat(found.getCell(0, 16)).isEqualTo("http://vo.astron.nl/tap");
    }

    @Test
    void answersPyvo12() throws Exception {
        StarTable found = ask(DATABASE, """
                SELECT DISTINCT rr.interface.*, rr.capability.*, rr.resource.*
                    FROM rr.capability
                    NATURAL JOIN rr.interface
                    NATURAL JOIN rr.resource
                    WHERE intf_role = 'std' AND rr.interface.ivoid IN (
                SELECT isub0.ivoid FROM rr.res_subject AS isub0
                WHERE isub0.res_subject ILIKE '%SDSS12%'
                 UNION
                SELECT ires0.ivoid FROM rr.resource AS ires0
                WHERE 1=ivo_hasword(ires0.res_description, 'SDSS12')
                OR 1=ivo_hasword(ires0.res_title, 'SDSS12')
                ) AND standard_id IN ('ivo://ivoa.net/std/tap','ivo://ivoa.net/std/sia') AND
                rr.interface.ivoid NOT IN (
                    SELECT idet.ivoid FROM rr.res_detail as idet
                    WHERE idet.detail_xpath = '/capability/dataModel/@ivo-id'
                    AND 1 = ivo_nocasematch(idet.detail_value, 'ivo://ivoa.net/std/obscore%'))
                """);
        assertThat(found.getRowCount()).isEqualTo(1);
        assertThat(found.getColumnCount()).isEqualTo(7 + 5 + 16);
        assertThat(found.getCell(0, 6)).isEqualTo("http://tapvizier/tap");
    }

    @Test
    void answersTopcat() throws Exception {
        // the registry dialogue and the TAP window's table finder
        assertThat(
                        rows(
                                ask(
                                        DATABASE,
                                        "SELECT ivoid, short_name, res_title, reference_url, intf_index, access_url, standard_id, cap_type,"
                                                + " cap_description, res_subject"
                                                + " FROM rr.resource AS res NATURAL JOIN rr.interface NATURAL JOIN rr.capability"
                                                + " NATURAL LEFT OUTER JOIN rr.res_subject"
                                                + " WHERE (standard_id = 'ivo://ivoa.net/std/tap' AND intf_type = 'vs:paramhttp')"
                                                + " AND (1=ivo_nocasematch(short_name, '%astron%') OR 1=ivo_hasword(res_title, 'nothing'))")))
                .hasSize(1);
        assertThat(
                        rows(
                                ask(
                                        DATABASE,
                                        "SELECT column_name, datatype, \"size\" FROM TAP_SCHEMA.columns WHERE table_name = 'ivoa.obscore'")))
                .containsExactly(java.util.Arrays.asList("s_ra", "double", null));
        assertThat(rows(ask(
                        DATABASE,
                        "SELECT c.table_name AS \"table_name\", COUNT(*) AS nc FROM TAP_SCHEMA.columns AS c"
                                + " GROUP BY c.table_name")))
                .containsExactly(List.of("ivoa.obscore", 1L));
    }
}
