package org.volans.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.junit.jupiter.api.Test;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;
import org.volans.ui.selection.OpenTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

@SuppressWarnings("null")
class OpenTablesImplTest {

    private static final Path FILE = Path.of("/project/results/stars.vot");
    private static final Optional<URI> URL = Optional.of(URI.create("http://peer.org/stars.vot"));

    private final Shared shared = new Shared();
    private final OpenTablesImpl tables = new OpenTablesImpl(shared);

    private static final class Shared implements SharedTables {

        private final List<SharedTable> all = new ArrayList<>();
        private int ids;

        private static boolean same(SharedTable a, SharedTable b) {
            return a.id().equals(b.id()) && a.url().equals(b.url());
        }

        @Override
        public Optional<SharedTable> find(String id, String url) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SharedTable> find(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void put(SharedTable table) {
            remove(table);
            all.add(table);
        }

        @Override
        public void remove(SharedTable table) {
            all.removeIf(t -> same(t, table));
        }

        @Override
        public List<SharedTable> all() {
            return List.copyOf(all);
        }

        @Override
        public String newId() {
            return "t" + ++ids;
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static StarTable table() {
        return new RowListStarTable(new ColumnInfo[] {new ColumnInfo("x", Double.class, "")});
    }

    private static OpenTable open(String name, Path path) {
        IFile file = fake(
                IFile.class,
                (self, method, arguments) -> method.getName().equals("getLocation") ? IPath.fromPath(path) : null);
        return new OpenTable(name, table(), Optional.empty(), Optional.of(file), "");
    }

    private static SharedTable received(String id, StarTable table) {
        return new SharedTable(id, URL, "sent", table, Optional.empty(), Optional.of(FILE), "");
    }

    @Test
    void aTableKeepsItsIdWhenItIsReadAgain() {
        OpenTable first = open("stars", FILE);
        tables.opened(first);
        String id = tables.shared(first).id();
        tables.closed(first);
        assertThat(shared.all()).isEmpty();
        OpenTable again = open("stars", FILE);
        tables.opened(again);
        assertThat(tables.shared(again).id()).isEqualTo(id);
        assertThat(tables.shared(again).file()).contains(FILE);
        assertThat(shared.all()).extracting(SharedTable::table).containsExactly(again.table());
    }

    @Test
    void theTablesOfAFileAreDifferentOnes() {
        OpenTable first = open("stars", FILE);
        OpenTable second = open("stars#2", FILE);
        tables.opened(first);
        tables.opened(second);
        assertThat(tables.shared(first).id()).isNotEqualTo(tables.shared(second).id());
        assertThat(tables.open(tables.shared(second))).contains(second);
    }

    @Test
    void theTablesOfARenamedFileAreTheSameAsBefore() {
        OpenTable first = open("stars", FILE);
        OpenTable second = open("stars#2", FILE);
        tables.opened(first);
        tables.opened(second);
        String id = tables.shared(second).id();
        Path suns = FILE.resolveSibling("suns.vot");
        tables.moved(FILE, suns);
        tables.closed(first);
        tables.closed(second);
        tables.opened(open("suns", suns));
        OpenTable again = open("suns#2", suns);
        tables.opened(again);
        assertThat(tables.shared(again).id()).isEqualTo(id);
    }

    @Test
    void aReceivedTableIsTheOneInTheEditorOfItsFile() {
        SharedTable sent = received("peer-1", table());
        tables.store(sent);
        assertThat(tables.stored(FILE)).contains(sent);
        assertThat(tables.open(sent)).isEmpty();
        OpenTable open = open("stars", FILE);
        tables.opened(open);
        assertThat(tables.stored(FILE)).isEmpty();
        assertThat(tables.open(sent)).contains(open);
        assertThat(tables.shared(open).id()).isEqualTo("peer-1");
        assertThat(tables.shared(open).url()).isEqualTo(URL);
        assertThat(shared.all()).hasSize(1);
    }

    @Test
    void sentAgainUnchangedItStaysWhatTheEditorHas() {
        tables.store(received("peer-1", table()));
        OpenTable open = open("stars", FILE);
        tables.opened(open);
        SharedTable again = received("peer-1", table());
        assertThat(tables.place(again)).contains(FILE);
        tables.store(again);
        assertThat(tables.open(again)).contains(open);
        assertThat(shared.all()).extracting(SharedTable::table).containsExactly(open.table());
    }

    @Test
    void sentAgainIntoAnotherFileTheOldOneIsNoLongerMeant() {
        tables.store(received("peer-1", table()));
        OpenTable old = open("stars", FILE);
        tables.opened(old);
        Path other = FILE.resolveSibling("stars-2.vot");
        StarTable changed = table();
        SharedTable sent = new SharedTable("peer-1", URL, "sent", changed, Optional.empty(), Optional.of(other), "");
        tables.store(sent);
        assertThat(tables.open(sent)).isEmpty();
        tables.closed(old);
        assertThat(shared.all()).containsExactly(sent);
    }
}
