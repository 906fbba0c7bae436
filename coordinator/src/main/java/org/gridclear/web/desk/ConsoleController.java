package org.gridclear.web.desk;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The desk: one page for all its addresses, and the files that it loads. */
@Hidden
@RestController
class ConsoleController {
  private static final String FILES = "/files/";
  private static final int DAYS = 365;

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "js", MediaType.valueOf("text/javascript;charset=UTF-8"),
          "css", MediaType.valueOf("text/css;charset=UTF-8"),
          "svg", MediaType.valueOf("image/svg+xml"));

  private final ConsoleFiles files;

  ConsoleController(ConsoleFiles files) {
    this.files = files;
  }

  /** The page. */
  @GetMapping({"/", "/console", "/console/**"})
  ResponseEntity<byte[]> page() {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", files.policy())
        .header("Referrer-Policy", "same-origin")
        .body(files.index());
  }

  /** A file; its address has the build, so that it may be kept for ever. */
  @GetMapping(FILES + "{build}/**")
  ResponseEntity<byte[]> file(HttpServletRequest request) {
    String path = request.getServletPath();
    String name = path.substring(path.indexOf('/', FILES.length()) + 1);
    MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    byte[] file = type == null ? null : files.file(name).orElse(null);
    if (type == null || file == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no file " + name + ".");
    }
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(DAYS)).cachePublic().immutable())
        .body(file);
  }
}
