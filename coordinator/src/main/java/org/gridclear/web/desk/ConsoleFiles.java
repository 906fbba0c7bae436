package org.gridclear.web.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of the desk's pages, and of the libraries that they import, from the jar. */
@Component
class ConsoleFiles {
  private static final String OWN = "/console/";
  private static final String MVNPM = "/META-INF/resources/_static/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** Where the files of libraries lie, by the folder under which pages import them. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lit", MVNPM + "lit/3.3.3/",
          "lit-html", MVNPM + "lit-html/3.3.3/",
          "lit-element", MVNPM + "lit-element/4.2.2/",
          "reactive-element", MVNPM + "reactive-element/2.1.2/",
          "uplot", WEBJARS + "uplot/1.6.30/dist/",
          "echarts", WEBJARS + "echarts/5.5.0/",
          "report", "/report/");

  private static final String OPENS = "<script type=\"importmap\">";
  private static final String CLOSES = "</script>";
  private static final int BUILD_LETTERS = 12;

  private final byte[] index;
  private final String policy;

  ConsoleFiles() {
    String page = new String(read(OWN + "index.html").orElseThrow(), StandardCharsets.UTF_8);
    String built = page.replace("BUILD", build(page));
    index = built.getBytes(StandardCharsets.UTF_8);
    int from = built.indexOf(OPENS) + OPENS.length();
    String map = built.substring(from, built.indexOf(CLOSES, from));
    policy =
        "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self'; img-src 'self' data:;"
                .formatted(Base64.getEncoder().encodeToString(sha256(map)))
            + " media-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action"
            + " 'none'; frame-ancestors 'none'";
  }

  /** The page that every address of the desk shows. */
  byte[] index() {
    return index.clone();
  }

  /** What the page may load: its own files and its own import map, nothing within the page. */
  String policy() {
    return policy;
  }

  /** A file by its name below the folder of the desk; empty if there is none. */
  Optional<byte[]> file(String name) {
    if (name.contains("..") || name.startsWith("/")) {
      return Optional.empty();
    }
    if (!name.startsWith("lib/")) {
      return read(OWN + name);
    }
    int slash = name.indexOf('/', "lib/".length());
    String folder = slash < 0 ? null : LIBRARIES.get(name.substring("lib/".length(), slash));
    return folder == null ? Optional.empty() : read(folder + name.substring(slash + 1));
  }

  private static Optional<byte[]> read(String resource) {
    try (@Nullable InputStream in = ConsoleFiles.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes with every start, so that no page mixes files of two builds. */
  private static String build(String page) {
    String started = page + ProcessHandle.current().pid() + System.nanoTime();
    return Base64.getUrlEncoder()
        .encodeToString(sha256(started))
        .replaceAll("[^A-Za-z0-9]", "")
        .substring(0, BUILD_LETTERS);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
