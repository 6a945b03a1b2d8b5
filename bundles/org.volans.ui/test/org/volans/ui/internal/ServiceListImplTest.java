package org.volans.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.ServiceEntry;

@SuppressWarnings("null")
class ServiceListImplTest {

    private static final ServiceEntry NEW = new ServiceEntry("New", "", URI.create("http://new.org/tap"));

    @TempDir
    private Path folder;

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private ServiceListImpl list() {
        IFile file = fake(IFile.class, (self, method, arguments) -> null);
        IProject project = fake(IProject.class, (self, method, arguments) -> switch (method.getName()) {
            case "getLocation" -> IPath.fromPath(folder);
            case "getFile" -> file;
            default -> null;
        });
        ProjectFolder fake = fake(
                ProjectFolder.class,
                (self, method, arguments) -> method.getName().equals("project") ? project : null);
        return new ServiceListImpl(fake, warnings::add);
    }

    private String written() throws Exception {
        return Files.readString(folder.resolve("services.json"));
    }

    @Test
    void addingAtOnceLosesNothingOfTheFile() throws Exception {
        Files.writeString(
                folder.resolve("services.json"), "[{\"name\":\"Old\",\"ivoid\":\"\",\"url\":\"http://old.org/tap\"}]");
        ServiceListImpl list = list();
        list.add(NEW);
        assertThat(list.all()).extracting(ServiceEntry::name).containsExactly("Old", "New");
        assertThat(written()).contains("http://old.org/tap").contains("http://new.org/tap");
    }

    @Test
    void whatIsForTheSessionIsNotWritten() throws Exception {
        ServiceListImpl list = list();
        list.addForSession(NEW);
        assertThat(list.isForSession(NEW)).isTrue();
        list.add(new ServiceEntry("Kept", "", URI.create("http://kept.org/tap")));
        list.remove(NEW);
        list.addForSession(NEW);
        assertThat(list.all()).extracting(ServiceEntry::name).containsExactly("New", "Kept");
        assertThat(written()).doesNotContain("new.org");
    }

    @Test
    void aSpoiltLineCostsItselfOnly() throws Exception {
        Files.writeString(
                folder.resolve("services.json"),
                "[{\"name\":\"A\"},{\"url\":\"no URL\"},null,{\"url\":\"http://b.org/tap\"}]");
        ServiceListImpl list = list();
        list.add(NEW);
        assertThat(list.all()).extracting(ServiceEntry::name).containsExactly("b.org", "New");
        assertThat(warnings).singleElement().asString().contains("without a URL");
    }

    @Test
    void whatCannotBeReadIsKeptAside() throws Exception {
        Files.writeString(folder.resolve("services.json"), "[{\"name\": half");
        ServiceListImpl list = list();
        list.add(NEW);
        assertThat(written()).contains("http://new.org/tap");
        assertThat(Files.readString(folder.resolve("services.json.unreadable"))).contains("half");
        assertThat(folder.toFile().list()).hasSize(2);
    }
}
