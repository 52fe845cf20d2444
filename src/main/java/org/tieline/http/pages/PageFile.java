package org.tieline.http.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.tieline.http.message.Answers;
import org.tieline.http.message.EntityTag;

/**
 * A file of a page, as it lies on the class path. Clients may keep it, and ask each time whether it is still the same.
 *
 * @param type its media type
 * @param tag names its content
 */
record PageFile(String type, byte[] content, EntityTag tag) {
    private static final String FOLDER = "org/tieline/http/pages/";

    static final String HTML = "text/html;charset=utf-8";

    private static final Map<String, String> TYPES = Map.of(
            ".html", HTML,
            ".js", "text/javascript;charset=utf-8",
            ".css", "text/css;charset=utf-8",
            ".svg", "image/svg+xml",
            ".png", "image/png",
            ".json", "application/json",
            ".md", "text/plain;charset=utf-8",
            // As registered by RFC 9512.
            ".yaml", "application/yaml");

    /** A file of this package's resources; its type is told by the end of its name. */
    static PageFile own(String name) {
        return read("/" + FOLDER + name, type(name));
    }

    /** The names of all files in a folder of this package's resources, in their order. */
    static List<String> names(String folder) {
        try (ResourceFactory.Closeable resources = ResourceFactory.closeable()) {
            return resources.newClassLoaderResource(FOLDER + folder + "/").list().stream()
                    .map(Resource::getFileName)
                    .sorted()
                    .toList();
        }
    }

    /**
     * A file that a webjar brings. The version is a part of the path in the jar, which says it itself.
     *
     * @param group the jar's group id
     * @param path of the file, in the folder of the version
     * @param name how the file is called here, which tells its type
     */
    static PageFile ofWebjar(String group, String artifact, String path, String name) {
        Properties about = new Properties();
        try (InputStream properties = open("/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact))) {
            about.load(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(
                "/META-INF/resources/webjars/%s/%s/%s".formatted(artifact, about.getProperty("version"), path),
                type(name));
    }

    private static String type(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.')));
        if (type == null) {
            throw new IllegalArgumentException("what is the type of %s?".formatted(name));
        }
        return type;
    }

    private static PageFile read(String resource, String type) {
        try (InputStream in = open(resource)) {
            byte[] content = in.readAllBytes();
            return new PageFile(type, content, EntityTag.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = PageFile.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("%s is missing: the program is not complete".formatted(resource));
        }
        return in;
    }

    void answer(Context context) {
        EntityTag sent = tag.codedFor(context);
        if (sent.isHeldBy(context) || EntityTag.isAnyHeldBy(context)) {
            Answers.sendNothing(context, sent);
        } else {
            Answers.name(context, sent);
            context.contentType(type).result(content);
        }
    }
}
