package org.gridclear.market.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridclear.account.Scope;
import org.gridclear.file.WrittenFile;
import org.gridclear.json.Json;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.signature.SignedList;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import tools.jackson.databind.JsonNode;

/**
 * Messages of a recipient as files of a folder: of each what it says, and its rows. The folder
 * knows how far it is, so the same call goes on behind that; one that was cut off writes the same
 * files again.
 *
 * @param mailbox the messages
 */
public record FileDelivery(Mailbox mailbox) {
  private static final String CURSOR = "cursor.json";
  private static final int PAGE = 200;

  /**
   * What was written.
   *
   * @param messages in their order
   * @param next number of the last message that the folder has
   */
  public record Delivered(List<MessageRow> messages, long next) {}

  /**
   * Writes what came since the last call.
   *
   * @param scope zones and markets that the account sees
   * @param formats how rows are written
   * @throws IllegalArgumentException if the folder is another recipient's
   */
  public Delivered fetch(Recipient recipient, Scope scope, Path folder, List<TableFormat> formats)
      throws IOException {
    Files.createDirectories(folder);
    long after = cursor(recipient, folder);
    List<MessageRow> written = new ArrayList<>();
    Mailbox.Page page;
    do {
      page = mailbox.after(recipient, scope, after, PAGE);
      for (MessageRow message : page.messages()) {
        write(recipient, scope, folder, formats, message);
        written.add(message);
      }
      after = page.next();
      WrittenFile.write(
          folder.resolve(CURSOR),
          Json.MAPPER.writeValueAsBytes(Map.of("recipient", recipient.text(), "after", after)));
    } while (page.more());
    return new Delivered(List.copyOf(written), after);
  }

  private static long cursor(Recipient recipient, Path folder) throws IOException {
    Path file = folder.resolve(CURSOR);
    if (!Files.exists(file)) {
      return 0;
    }
    JsonNode cursor = Json.MAPPER.readTree(Files.readAllBytes(file));
    if (!recipient.text().equals(cursor.path("recipient").asString(""))) {
      throw new IllegalArgumentException(
          "%s has messages of %s; give %s a folder of its own."
              .formatted(folder, cursor.path("recipient").asString("?"), recipient.text()));
    }
    return cursor.path("after").asLong(0);
  }

  private void write(
      Recipient recipient, Scope scope, Path folder, List<TableFormat> formats, MessageRow message)
      throws IOException {
    String name = name(message);
    List<String> files = new ArrayList<>(List.of(name + ".json"));
    try {
      Table table = mailbox.content(recipient, scope, message);
      for (TableFormat format : formats) {
        String ending = format.name().toLowerCase(Locale.ROOT);
        TableFile.write(folder.resolve(name + ".rows." + ending), table, format);
        files.add(name + ".rows." + ending);
      }
    } catch (WithdrawnException withdrawn) {
      // The message is delivered all the same: it says what happened.
    }
    WrittenFile.write(
        folder.resolve(name + ".json"),
        Json.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(MessageText.fields(message)));
    SignedList.write(folder, name, files);
  }

  /** Such as {@code 000000000012-prices-da-2026-10-01-0-v2}; in the order of messages. */
  private static String name(MessageRow message) {
    PublicationRow.Subject subject = message.publication().subject();
    String of =
        subject.market().isEmpty()
            ? subject.date().toString()
            : "%s-%s-%d-v%d"
                .formatted(subject.market(), subject.date(), subject.cycle(), subject.version());
    return "%012d-%s-%s".formatted(message.number(), message.publication().kind(), of);
  }
}
