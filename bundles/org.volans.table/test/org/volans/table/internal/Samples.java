package org.volans.table.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowListStarTable;

/** Tables and documents that the tests share. */
final class Samples {

    static final String HEAD =
            "<?xml version='1.0'?><VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>";
    static final String RESULTS = "<RESOURCE type='results'><INFO name='QUERY_STATUS' value='OK'/>";
    static final String FIELDS =
            "<FIELD ID='col_name' name='name' datatype='char' arraysize='*' ucd='meta.id;meta.main'/>"
                    + "<FIELD ID='col_flux' name='flux' datatype='double' unit='Jy' ucd='phot.flux'/>";
    static final String ROWS = "<TR><TD>a</TD><TD>1.5</TD></TR><TR><TD>b</TD><TD>2.5</TD></TR>";
    static final String TABLE =
            "<TABLE name='t'>" + FIELDS + "<DATA><TABLEDATA>" + ROWS + "</TABLEDATA></DATA></TABLE>";
    static final String WHOLE = HEAD + RESULTS + TABLE + "</RESOURCE></VOTABLE>";

    private Samples() {}

    static VotableDocument read(String text) throws ProtocolException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static VotableDocument read(byte[] bytes) throws ProtocolException {
        return new TableProvider()
                .readVotable(new ByteArrayInputStream(bytes), "http://x/tap", new NullProgressMonitor());
    }

    /** Three rows of a text, a double and a nullable long, with metadata. */
    static RowListStarTable table() {
        ColumnInfo name = new ColumnInfo("name", String.class, "what it is called");
        name.setUCD("meta.id;meta.main");
        ColumnInfo flux = new ColumnInfo("flux", Double.class, "total flux");
        flux.setUCD("phot.flux;em.radio");
        flux.setUnitString("mJy");
        flux.setXtype("adql:REAL");
        flux.setUtype("obs:flux");
        ColumnInfo count = new ColumnInfo("n", Long.class, null);
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {name, flux, count});
        table.setName("sources");
        table.setParameter(new DescribedValue(new DefaultValueInfo("EPOCH", Double.class, "of all"), 2016.5));
        table.addRow(new Object[] {"A & <B>", 1.25, 7L});
        table.addRow(new Object[] {"µ Cep", Double.NaN, -3L});
        table.addRow(new Object[] {"C", 1e-30, 9_007_199_254_740_993L});
        return table;
    }

    /** A table whose third row cannot be read, as when a disk fails under it. */
    static RowListStarTable failing(IOException fault) {
        return new RowListStarTable(new ColumnInfo[] {new ColumnInfo("x", Integer.class, null)}) {
            @Override
            public long getRowCount() {
                return 3;
            }

            @Override
            public uk.ac.starlink.table.RowSequence getRowSequence() {
                return new uk.ac.starlink.table.RowSequence() {
                    private int row = -1;

                    @Override
                    public boolean next() throws IOException {
                        if (++row == 2) {
                            throw fault;
                        }
                        return true;
                    }

                    @Override
                    public Object getCell(int column) {
                        return row;
                    }

                    @Override
                    public Object[] getRow() {
                        return new Object[] {row};
                    }

                    @Override
                    public void close() {
                        // holds nothing
                    }
                };
            }
        };
    }

    /** A stream that breaks where a connection would. */
    static InputStream breaking(String text) {
        ByteArrayInputStream start = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new InputStream() {
            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next < 0) {
                    throw new IOException("Connection reset");
                }
                return next;
            }
        };
    }
}
