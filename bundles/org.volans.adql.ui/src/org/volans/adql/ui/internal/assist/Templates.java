package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.templates.DocumentTemplateContext;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateContext;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.TemplateProposal;
import org.eclipse.jface.text.templates.TemplateVariableResolver;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.TableUse;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableMeta;
import org.volans.ui.widgets.Icons;

/** Patterns of queries with the names of the service and the uploads in them. UI thread only. */
public final class Templates {

    private static final String CONTEXT = "org.volans.adql";
    private static final int CHOICES = 30;

    private static final List<Template> ALL = List.of(
            template("Cone search", "rows within a radius (deg) of a position", """
                    SELECT TOP ${rows} *
                    FROM ${table}
                    WHERE 1 = CONTAINS(POINT(${ra}, ${dec}), CIRCLE(${lon}, ${lat}, ${radius}))
                    """),
            template("Upload join", "rows near the positions of an uploaded table", """
                    SELECT mine.*, t.*,
                        3600 * DISTANCE(POINT(t.${ra}, t.${dec}), POINT(mine.${mra}, mine.${mdec})) AS arcsec
                    FROM ${table} AS t
                        JOIN TAP_UPLOAD.${upload} AS mine
                            ON 1 = CONTAINS(
                                POINT(t.${ra}, t.${dec}), CIRCLE(mine.${mra}, mine.${mdec}, ${arcsec} / 3600.))
                    """),
            template("ObsCore: data at a position", "images and more that cover a position", """
                    SELECT obs_publisher_did, dataproduct_type, obs_title, s_resolution, em_min, em_max,
                        access_url, access_format
                    FROM ivoa.obscore
                    WHERE 1 = CONTAINS(POINT(${lon}, ${lat}), s_region)
                    """),
            template("ObsCore: data in a region", "images that overlap a circle, in a band (metres)", """
                    SELECT *
                    FROM ivoa.obscore
                    WHERE 1 = INTERSECTS(s_region, CIRCLE(${lon}, ${lat}, ${radius}))
                        AND dataproduct_type = 'image'
                        AND em_min < ${longest}
                        AND em_max > ${shortest}
                    """),
            template("First rows", "a look at a table", """
                    SELECT TOP ${rows} *
                    FROM ${table}
                    """),
            template("Count by group", "how many rows there are of each value", """
                    SELECT ${column}, COUNT(*) AS n
                    FROM ${table}
                    GROUP BY ${column}
                    ORDER BY n DESC
                    """));

    private final AdqlService adql;
    private final Surroundings around;

    public Templates(AdqlService adql, Surroundings around) {
        this.adql = adql;
        this.around = around;
    }

    private static Template template(String name, String description, String pattern) {
        return new Template(name, description, CONTEXT, pattern.stripTrailing(), false);
    }

    /** All of them, for a menu. */
    public static List<Template> all() {
        return ALL;
    }

    /** Writes one at the caret; its names can then be stepped through with Tab. */
    public void insert(Template template, ITextViewer viewer) {
        int offset = viewer.getSelectedRange().x;
        int length = viewer.getSelectedRange().y;
        proposal(template, viewer, offset, length).apply(viewer, (char) 0, 0, offset + length);
    }

    /** Those whose name begins with the word before the caret; all of them in an empty text. */
    List<ICompletionProposal> proposals(ITextViewer viewer, int offset) {
        String word = word(viewer.getDocument(), offset);
        boolean empty = viewer.getDocument().get().isBlank();
        List<ICompletionProposal> proposals = new ArrayList<>();
        for (Template template : ALL) {
            boolean fits = !word.isEmpty()
                    && template.getName().toLowerCase(Locale.ROOT).startsWith(word);
            if (fits || empty || word.length() > 2 && "select".startsWith(word)) {
                proposals.add(proposal(template, viewer, offset - word.length(), word.length()));
            }
        }
        return proposals;
    }

    private static String word(IDocument document, int offset) {
        try {
            int start = offset;
            while (start > 0 && Character.isLetter(document.getChar(start - 1))) {
                start--;
            }
            return document.get(start, offset - start).toLowerCase(Locale.ROOT);
        } catch (BadLocationException e) {
            return "";
        }
    }

    private TemplateProposal proposal(Template template, ITextViewer viewer, int offset, int length) {
        IDocument document = viewer.getDocument();
        TemplateContextType type = new TemplateContextType(CONTEXT, "ADQL");
        names(document.get()).forEach(type::addResolver);
        DocumentTemplateContext context = new DocumentTemplateContext(type, document, offset, length);
        return new TemplateProposal(
                template, context, new Region(offset, length), Icons.image("org.volans.adql.ui", "template"), 0);
    }

    private List<TemplateVariableResolver> names(String text) {
        List<TableMeta> tables = tables(text);
        List<ColumnMeta> columns = tables.isEmpty() ? List.of() : tables.get(0).columns();
        List<TableMeta> uploads = uploads();
        List<ColumnMeta> mine = uploads.isEmpty() ? List.of() : uploads.get(0).columns();
        return List.of(
                choice("rows", List.of("100", "10", "1000")),
                choice("table", or(tables.stream().map(TableMeta::name), "my_table")),
                choice("column", or(columns.stream().map(c -> adql.quote(c.name())), "my_column")),
                choice("ra", List.of(position(columns, true))),
                choice("dec", List.of(position(columns, false))),
                choice("upload", or(uploads.stream().map(TableMeta::name), "mine")),
                choice("mra", List.of(position(mine, true))),
                choice("mdec", List.of(position(mine, false))),
                choice("lon", List.of("240.484")),
                choice("lat", List.of("46.768")),
                choice("radius", List.of("0.1")),
                choice("arcsec", List.of("1")),
                choice("shortest", List.of("300e-9")),
                choice("longest", List.of("800e-9")));
    }

    private static List<String> or(Stream<String> names, String otherwise) {
        List<String> some = names.limit(CHOICES).toList();
        return some.isEmpty() ? List.of(otherwise) : some;
    }

    private static TemplateVariableResolver choice(String name, List<String> values) {
        return new Choice(name, values);
    }

    private String position(List<ColumnMeta> columns, boolean ra) {
        return PositionColumns.of(columns)
                .map(p -> adql.quote((ra ? p.ra() : p.dec()).name()))
                .orElse(ra ? "ra" : "dec");
    }

    /** The tables that the text names, then those whose columns are known, then the rest. */
    private List<TableMeta> tables(String text) {
        AdqlContext context = around.context();
        List<TableMeta> named = adql.tables(text).stream()
                .filter(t -> t.upload().isEmpty())
                .map(TableUse::written)
                .flatMap(t -> context.table(t).stream())
                .toList();
        List<TableMeta> others = context.schemas().stream()
                .filter(s -> !s.name().equalsIgnoreCase(AdqlContext.UPLOADS)
                        && !s.name().equalsIgnoreCase("tap_schema"))
                .flatMap(s -> s.tables().stream())
                .filter(t -> !named.contains(t))
                .sorted(Comparator.comparing(t -> t.columns().isEmpty()))
                .limit(CHOICES)
                .toList();
        return Stream.concat(named.stream(), others.stream()).toList();
    }

    private List<TableMeta> uploads() {
        return around.context().schemas().stream()
                .filter(s -> s.name().equalsIgnoreCase(AdqlContext.UPLOADS))
                .flatMap(s -> s.tables().stream())
                .toList();
    }

    /** Gives a variable its values. */
    @NonNullByDefault({})
    private static final class Choice extends TemplateVariableResolver {

        private final List<String> values;

        Choice(String name, List<String> values) {
            super(name, name);
            this.values = values;
        }

        @Override
        protected String[] resolveAll(TemplateContext context) {
            return values.toArray(String[]::new);
        }

        @Override
        protected String resolve(TemplateContext context) {
            return values.get(0);
        }
    }
}
