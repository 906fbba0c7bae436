package org.gridclear.market.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.store.exchange.OutboxRow;

/**
 * Files in a folder, whole or not at all; the name begins with the sequence.
 *
 * @param folder where they go
 */
record FolderTransport(Path folder) implements Delivery {
  @Override
  public String deliver(OutboxRow row, byte[] body) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name(row));
    WrittenFile.write(file, body);
    return file.getFileName().toString();
  }

  /** Such as {@code 000000000012-ems-plan-da-2026-10-01-0-v2.json}. */
  static String name(OutboxRow row) {
    return "%012d-%s.json".formatted(row.sequence(), row.id().replace('/', '-'));
  }
}
