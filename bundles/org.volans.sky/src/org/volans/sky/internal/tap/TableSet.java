package org.volans.sky.internal.tap;

import java.util.List;
import java.util.Map;
import org.volans.sky.internal.ForeignKey;
import org.volans.sky.internal.Xml;

/** The documents of the tables resource (VOSI 1.1, section 4). */
final class TableSet {

    private static final String[] ROOT = {
        "xmlns:vosi", "http://www.ivoa.net/xml/VOSITables/v1.0",
        "xmlns:vs", "http://www.ivoa.net/xml/VODataService/v1.1",
        "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"
    };

    private TableSet() {}

    /** All tables, with or without their columns. */
    static Xml all(TapSchema schema, boolean columns) {
        Xml xml = new Xml().open("vosi:tableset", ROOT);
        for (Map.Entry<String, List<TapTable>> entry : schema.schemas().entrySet()) {
            xml.open("schema").leaf("name", entry.getKey());
            xml.optional("description", TapSchema.describe(entry.getKey()));
            for (TapTable table : entry.getValue()) {
                xml.open("table", "type", "table");
                content(xml, schema, table, columns);
                xml.close();
            }
            xml.close();
        }
        return xml.close();
    }

    /** One table with its columns. */
    static Xml one(TapSchema schema, TapTable table) {
        Xml xml = new Xml().open("vosi:table", ROOT);
        content(xml, schema, table, true);
        return xml.close();
    }

    private static void content(Xml xml, TapSchema schema, TapTable table, boolean columns) {
        xml.leaf("name", table.name());
        xml.optional("description", table.description());
        xml.optional("utype", table.utype());
        if (columns) {
            table.columns().forEach(column -> column(xml, column));
            for (ForeignKey key : schema.keys()) {
                if (key.from().equals(table.name())) {
                    foreignKey(xml, key);
                }
            }
        }
    }

    private static void column(Xml xml, TapTable.TapColumn column) {
        xml.open("column", "std", column.standard() ? "true" : "");
        xml.leaf("name", column.name());
        xml.optional("description", column.description());
        xml.optional("unit", column.unit());
        xml.optional("ucd", column.ucd());
        xml.optional("utype", column.utype());
        xml.leaf(
                "dataType",
                column.type().datatype(),
                "xsi:type",
                "vs:VOTableType",
                "arraysize",
                column.type().arraysize(),
                "extendedType",
                column.type().xtype());
        if (column.indexed()) {
            xml.leaf("flag", "indexed");
        }
        if (column.principal()) {
            xml.leaf("flag", "principal");
        }
        xml.close();
    }

    private static void foreignKey(Xml xml, ForeignKey key) {
        xml.open("foreignKey").leaf("targetTable", key.target());
        key.columns()
                .forEach((from, target) -> xml.open("fkColumn")
                        .leaf("fromColumn", from)
                        .leaf("targetColumn", target)
                        .close());
        xml.close();
    }
}
