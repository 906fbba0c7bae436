package org.gridclear.web.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Face;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of calls and faces, {@code web/faces.txt}: the first line that fits a call says at
 * which faces it is answered. What no line fits is answered at none.
 */
public final class FaceCalls {
  private static final String TABLE = "/web/faces.txt";
  private static final String ALL = "all";
  private static final int COLUMNS_MIN = 3;

  private final List<Line> lines;

  private FaceCalls(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  private record Line(Set<String> methods, PathPattern pattern, Set<Face> faces) {
    boolean fits(String method, PathContainer path) {
      return (methods.isEmpty() || methods.contains(method)) && pattern.matches(path);
    }
  }

  /** The table of this build. */
  public static FaceCalls read() {
    try (InputStream in = FaceCalls.class.getResourceAsStream(TABLE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FaceCalls parse(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> columns = Arrays.asList(line.strip().split("\\s+", -1));
      if (columns.size() < COLUMNS_MIN) {
        throw new IllegalStateException("No face in: " + line);
      }
      Set<String> methods =
          columns.get(0).equals("*") ? Set.of() : Set.of(columns.get(0).split(",", -1));
      PathPattern pattern = PathPatternParser.defaultInstance.parse(columns.get(1));
      lines.add(new Line(methods, pattern, faces(columns.subList(2, columns.size()))));
    }
    return new FaceCalls(lines);
  }

  private static Set<Face> faces(List<String> words) {
    Set<Face> faces = EnumSet.noneOf(Face.class);
    for (String word : words) {
      if (word.equals(ALL)) {
        return EnumSet.allOf(Face.class);
      }
      faces.add(Face.of(word));
    }
    return faces;
  }

  /**
   * Where a call is answered.
   *
   * @param method GET, POST, …; HEAD as GET
   * @param path of the call, or the pattern of its address
   * @return none for a call that the table does not know
   */
  public Set<Face> of(String method, String path) {
    return of(method, PathContainer.parsePath(path));
  }

  /** The same of a path as the server has read it. */
  public Set<Face> of(String method, PathContainer path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    for (Line line : lines) {
      if (line.fits(asked, path)) {
        return Collections.unmodifiableSet(line.faces());
      }
    }
    return Set.of();
  }
}
