package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The file of accounts, which a server and commands change at the same time: whoever asks has what
 * the file says now, and whoever changes it changes what it says now.
 */
final class AccountsFile {
  private static final String NAME = "accounts.json";
  private static final String LOCK = "accounts";

  private final Path folder;
  private @Nullable Stamp stamp;
  private StoredAccounts stored = new StoredAccounts(Groups.FIRST, java.util.Map.of());
  private List<String> withoutScope = List.of();

  /** What differs once the file was written again, which replaces it. */
  private record Stamp(Object key, FileTime modified, long bytes) {}

  private AccountsFile(Path folder) {
    this.folder = folder;
  }

  /** The file of a new folder, with the first groups and no account. */
  static AccountsFile create(Path folder) {
    return new AccountsFile(folder);
  }

  /**
   * The file of a folder.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static AccountsFile open(Path folder) {
    AccountsFile file = new AccountsFile(folder);
    file.read();
    return file;
  }

  private Path file() {
    return folder.resolve(NAME);
  }

  private void read() {
    try {
      Stamp before = stampOfFile();
      Secrets.requireAlike(folder, file());
      StoredAccounts.Reading reading = StoredAccounts.read(StoredFiles.readAllBytes(file()));
      stored = reading.stored();
      withoutScope = reading.withoutScope();
      stamp = before;
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s".formatted(file(), Json.firstLine(e.getMessage())), e);
    }
  }

  private Stamp stampOfFile() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file(), BasicFileAttributes.class);
    return new Stamp(now.fileKey(), now.lastModifiedTime(), now.size());
  }

  /**
   * What the file says now.
   *
   * @throws IllegalStateException if it was removed or cannot be read any more
   */
  synchronized StoredAccounts current() {
    try {
      if (stamp != null && !stamp.equals(stampOfFile())) {
        read();
      }
      return stored;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("The accounts cannot be read any more: " + e.getMessage(), e);
    }
  }

  /** Accounts of a build before scopes. */
  synchronized List<String> withoutScope() {
    return withoutScope;
  }

  /** Changes what the file says now. */
  synchronized void change(UnaryOperator<StoredAccounts> change) {
    try (FolderLock lock = FolderLock.take(folder, LOCK)) {
      StoredAccounts changed = change.apply(current());
      write(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(changed));
      stored = changed;
      withoutScope = List.of();
    }
  }

  private void write(byte[] content) {
    Path aside = folder.resolve(NAME + ".part");
    try {
      PrivateFiles.makeFile(aside);
      try (FileChannel channel =
          FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(StoredFiles.stored(content));
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          aside, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      stamp = stampOfFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
