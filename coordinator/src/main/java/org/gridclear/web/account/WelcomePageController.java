package org.gridclear.web.account;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which the owner of an account sets password and second factor. */
@Hidden
@RestController
class WelcomePageController {
  static final String PAGE = "/welcome";
  static final String SCRIPT = "/welcome.js";

  private final ServerSecurity security;

  WelcomePageController(ServerSecurity security) {
    this.security = security;
  }

  /** The page. */
  @GetMapping(PAGE)
  ResponseEntity<byte[]> page() throws IOException {
    return resource("/web/welcome.html", MediaType.TEXT_HTML);
  }

  /** Its script. */
  @GetMapping(SCRIPT)
  ResponseEntity<byte[]> script() throws IOException {
    return resource("/web/welcome.js", MediaType.valueOf("text/javascript"));
  }

  private ResponseEntity<byte[]> resource(String name, MediaType type) throws IOException {
    security.requireAccounts().sessions().invitations();
    try (InputStream in = WelcomePageController.class.getResourceAsStream(name)) {
      return ResponseEntity.ok()
          .contentType(type)
          .cacheControl(CacheControl.noStore())
          .body(in.readAllBytes());
    }
  }
}
