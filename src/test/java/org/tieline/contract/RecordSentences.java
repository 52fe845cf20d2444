package org.tieline.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the Javadoc of types says of them and of their parts, in Markdown. */
final class RecordSentences {
    private static final List<Path> SOURCES = List.of(Path.of("src", "main", "java"), Path.of("src", "test", "java"));
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+(?:[\\w.]*[.#])?(\\w+)(?:\\([^)]*\\))?(?:\\s+([^}]*))?}");

    private final Set<Class<?>> read = new HashSet<>();
    private final Map<String, String> sentences = new HashMap<>();

    /** What a type is, without what is said of its parts. */
    Optional<String> of(Class<?> type) {
        read(type);
        return Optional.ofNullable(sentences.get(name(type)));
    }

    /** What a component, a constant or a method without parameters of a type is. */
    Optional<String> of(Class<?> type, String part) {
        read(type);
        return Optional.ofNullable(sentences.get(name(type) + "#" + part));
    }

    private static String name(Class<?> type) {
        return type.getName().replace('$', '.');
    }

    private void read(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getDeclaringClass() != null) {
            outermost = outermost.getDeclaringClass();
        }
        if (read.add(outermost)) {
            String file = outermost.getName().replace('.', '/') + ".java";
            SOURCES.stream()
                    .map(folder -> folder.resolve(file))
                    .filter(Files::exists)
                    .forEach(this::read);
        }
    }

    private void read(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                new Documented(DocTrees.instance(task), unit.getPackageName().toString()).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Documented extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private String at;

        Documented(DocTrees docs, String at) {
            this.docs = docs;
            this.at = at;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            String around = at;
            at = at + "." + type.getSimpleName();
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                keep(at, text(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree part && !part.isTypeParameter()) {
                        keep(at + "#" + part.getName(), text(part.getDescription()));
                    }
                }
            }
            super.visitClass(type, nothing);
            at = around;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            return keepBody(variable.getName().toString());
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            return method.getParameters().isEmpty() ? keepBody(method.getName().toString()) : null;
        }

        private Void keepBody(String name) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                keep(at + "#" + name, text(comment.getFullBody()));
            }
            return null;
        }

        private void keep(String place, String text) {
            if (!text.isEmpty()) {
                sentences.putIfAbsent(place, text);
            }
        }
    }

    private static String text(List<? extends DocTree> parts) {
        String source = parts.stream().map(DocTree::toString).collect(Collectors.joining());
        String coded = CODE.matcher(source).replaceAll(found -> Matcher.quoteReplacement("`" + found.group(1) + "`"));
        String linked = LINK.matcher(coded)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(2) == null ? "`" + found.group(1) + "`" : found.group(2)));
        return linked.replaceAll("<p>", " ").replaceAll("\\s+", " ").strip();
    }
}
