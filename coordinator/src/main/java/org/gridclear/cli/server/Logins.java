package org.gridclear.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.file.PrivateFiles;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Logins of a user of this machine, by server, in a file that only the user can read.
 *
 * @param file where they are kept
 */
record Logins(Path file) {
  /**
   * A login.
   *
   * @param name the account
   * @param token what the server gave for it; the server ends it
   */
  record Login(String name, String token) {}

  /** {@code gridclear/logins.json} in the user's folder of settings. */
  static Logins ofUser() {
    String settings = System.getenv("XDG_CONFIG_HOME");
    Path folder =
        settings == null || settings.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(settings);
    return new Logins(folder.resolve("gridclear").resolve("logins.json"));
  }

  /** The login at a server. */
  Optional<Login> at(String server) {
    return Optional.ofNullable(all().get(server));
  }

  /** Keeps a login instead of one of before. */
  void keep(String server, Login login) {
    Map<String, Login> all = all();
    all.put(server, login);
    write(all);
  }

  /** Forgets a login. */
  void forget(String server) {
    Map<String, Login> all = all();
    if (all.remove(server) != null) {
      write(all);
    }
  }

  private Map<String, Login> all() {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      return Json.MAPPER.readValue(
          Files.readAllBytes(file), new TypeReference<TreeMap<String, Login>>() {});
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "%s cannot be read; remove it and log in again.".formatted(file), e);
    }
  }

  private void write(Map<String, Login> all) {
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      PrivateFiles.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      PrivateFiles.makeFile(aside);
      Files.write(aside, Json.MAPPER.writeValueAsBytes(all));
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
