package org.gridclear.market.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rows of the registry. */
public final class RegistryRows {
  private RegistryRows() {}

  /**
   * A record from a revision on.
   *
   * @param revision revision since which all records of the thing are as they are
   * @param kind kind of the thing
   * @param id its id
   * @param from first day
   * @param to last day
   * @param content its cells, JSON
   */
  public record RecordRow(
      long revision,
      String kind,
      String id,
      @Nullable LocalDate from,
      Optional<LocalDate> to,
      String content) {}

  /**
   * A thing.
   *
   * @param revision newest revision that changed it
   * @param kind its kind
   * @param id its id
   */
  public record ThingRow(long revision, String kind, String id) {}

  /**
   * One change of a proposal.
   *
   * @param kind kind of the thing
   * @param id its id
   * @param lastDay last day of a thing that exits; empty where a record is put
   * @param content cells of the record, JSON; "{}" of an exit
   * @param place where it was read
   * @param base revision at which the thing was changed last when it was proposed, 0 if never
   */
  public record ChangeRow(
      String kind,
      String id,
      Optional<LocalDate> lastDay,
      String content,
      String place,
      long base) {}

  /**
   * A file that was handed in with a proposal.
   *
   * @param name its name
   * @param content SHA-256 of its bytes
   */
  public record AttachmentRow(String name, String content) {}

  /**
   * What is proposed.
   *
   * @param number its number; 0 before it has one
   * @param by who proposed it
   * @param at when
   * @param note why
   * @param attachments files
   * @param changes changes, in the order of the file
   */
  public record ProposalRow(
      long number,
      String by,
      OffsetDateTime at,
      String note,
      List<AttachmentRow> attachments,
      List<ChangeRow> changes) {
    public ProposalRow {
      attachments = List.copyOf(attachments);
      changes = List.copyOf(changes);
    }
  }

  /**
   * How a proposal was decided.
   *
   * @param proposal its number
   * @param decision what was decided
   * @param by by whom
   * @param at when
   * @param reason why
   * @param revision revision of the registry that it made; empty unless it was approved
   */
  public record ReviewRow(
      long proposal,
      String decision,
      String by,
      OffsetDateTime at,
      String reason,
      OptionalLong revision) {}
}
