package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gridclear.file.PrivateFiles;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of all servers of a security folder, sealed with its key: a server that starts again
 * knows who is logged in, and what ends at one server ends at all. Tokens are there as hashes
 * alone.
 */
final class SessionsFile {
  private static final String NAME = "sessions";

  private final @Nullable Path folder;
  private final Secrets secrets;
  private Map<String, Session> sessions = Map.of();
  private @Nullable Object stamp;

  /**
   * Who logged in, until when, with which password (with another one the session ends), and at
   * which face; null for a server without faces.
   */
  record Session(String user, long untilMillis, String password, @Nullable Face face) {}

  /** All sessions by the hash of their token. */
  record Stored(Map<String, Session> sessions) {}

  /**
   * Sessions of a folder.
   *
   * @param folder null for sessions of this process alone
   */
  SessionsFile(@Nullable Path folder, Secrets secrets) {
    this.folder = folder;
    this.secrets = secrets;
  }

  /** The sessions as they are now, by the hash of their token. */
  synchronized Map<String, Session> current() {
    if (folder != null) {
      read(folder.resolve(NAME));
    }
    return sessions;
  }

  private void read(Path file) {
    try {
      if (!Files.exists(file)) {
        // Whoever removes it ends all sessions, at all servers.
        sessions = Map.of();
        stamp = null;
        return;
      }
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Object found = now.fileKey() + " " + now.lastModifiedTime() + " " + now.size();
      if (!found.equals(stamp)) {
        byte[] plain = secrets.open(Files.readString(file, StandardCharsets.US_ASCII));
        sessions = Json.MAPPER.readValue(plain, Stored.class).sessions();
        stamp = found;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the sessions as they are now; those that have ended go. */
  synchronized void change(long nowMillis, Consumer<Map<String, Session>> change) {
    if (folder == null) {
      sessions = changed(nowMillis, change);
      return;
    }
    try (FolderLock lock = FolderLock.take(folder, NAME)) {
      Map<String, Session> next = changed(nowMillis, change);
      Path aside = folder.resolve(NAME + ".part");
      PrivateFiles.makeFile(aside);
      String sealed = secrets.seal(Json.MAPPER.writeValueAsBytes(new Stored(next)));
      Files.writeString(aside, sealed, StandardCharsets.US_ASCII);
      Files.move(
          aside,
          folder.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      sessions = next;
      stamp = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Session> changed(long nowMillis, Consumer<Map<String, Session>> change) {
    Map<String, Session> next = new TreeMap<>(current());
    change.accept(next);
    next.values().removeIf(session -> session.untilMillis() <= nowMillis);
    return Map.copyOf(next);
  }
}
