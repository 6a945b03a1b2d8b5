package org.volans.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever authors of plug-ins see is explained, and every interface says who implements it. */
class CommentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"org.volans.api", "org.volans.sdk"})
    void everythingPublicHasAComment(String bundle) throws IOException {
        Visitor visitor = visit(bundle);
        assertThat(visitor.seen).as("public declarations in %s", bundle).isGreaterThan(50);
        assertThat(visitor.silent).as("without a comment").isEmpty();
    }

    @Test
    void everyInterfaceSaysWhoImplementsIt() throws IOException {
        assertThat(visit("org.volans.api").unmarked)
                .as("neither @ProviderType nor @ConsumerType")
                .isEmpty();
    }

    private static Visitor visit(String bundle) throws IOException {
        try (StandardJavaFileManager files =
                        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(Path.of("..", bundle, "src"))) {
            List<Path> sources = found.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            Visitor visitor = new Visitor(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                visitor.scan(unit, null);
            }
            return visitor;
        }
    }

    private static final class Visitor extends TreePathScanner<Void, Void> {

        private final DocTrees comments;
        private final List<String> silent = new ArrayList<>();
        private final List<String> unmarked = new ArrayList<>();
        private int seen;

        Visitor(DocTrees comments) {
            this.comments = comments;
        }

        private String place(Object name) {
            return getCurrentPath()
                            .getCompilationUnit()
                            .getSourceFile()
                            .getName()
                            .replaceFirst(".*/src/", "") + ": " + name;
        }

        private void check(ModifiersTree modifiers, Object name) {
            boolean inherited = modifiers.getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
            if (!inherited) {
                seen++;
                if (comments.getDocComment(getCurrentPath()) == null) {
                    silent.add(place(name));
                }
            }
        }

        private static boolean isInterface(Tree tree) {
            return tree.getKind() == Tree.Kind.INTERFACE || tree.getKind() == Tree.Kind.ANNOTATION_TYPE;
        }

        private boolean seenByAuthors(ModifiersTree modifiers) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || isInterface(parent);
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (!seenByAuthors(type.getModifiers())) {
                return null;
            }
            check(type.getModifiers(), type.getSimpleName());
            String marks = type.getModifiers().getAnnotations().toString();
            if (type.getKind() == Tree.Kind.INTERFACE && !marks.matches(".*@(Provider|Consumer)Type.*")) {
                unmarked.add(place(type.getSimpleName()));
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean generated = method.getName().contentEquals("<init>") && parent.getKind() == Tree.Kind.RECORD;
            if (seenByAuthors(method.getModifiers()) && !generated) {
                check(method.getModifiers(), method.getName());
            }
            return null; // nothing inside is for authors
        }

        @Override
        public Void visitVariable(VariableTree field, Void none) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean component = parent.getKind() == Tree.Kind.RECORD
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
            if (seenByAuthors(field.getModifiers()) && !component) {
                check(field.getModifiers(), field.getName().toString().toLowerCase(Locale.ROOT));
            }
            return null;
        }
    }
}
