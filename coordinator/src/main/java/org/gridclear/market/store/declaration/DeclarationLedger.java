package org.gridclear.market.store.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.declaration.Slot;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.Numbering;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What may be done while nobody else writes declarations; all of it is kept, or nothing. */
public final class DeclarationLedger {
  private final Handle handle;
  private final Map<String, Boolean> closed = new HashMap<>();
  private long last;

  DeclarationLedger(Handle handle) {
    this.handle = handle;
    this.last = Numbering.DECLARATIONS.hold(handle);
  }

  void close() {
    Numbering.DECLARATIONS.given(handle, last);
  }

  /** The next number. */
  public long next() {
    return ++last;
  }

  /** The heads of all versions of a unit's declaration for a date, the first one first. */
  public List<VersionHead> versions(String market, LocalDate date, String unit, Slot slot) {
    return handle
        .createQuery(
            "SELECT number, version, kind, hash, prepared_at FROM declaration"
                + " WHERE market = :market AND trading_date = :date AND unit = :unit"
                + " AND slot = :slot ORDER BY version")
        .bind("market", market)
        .bind("date", date)
        .bind("unit", unit)
        .bind("slot", slot.label())
        .map(DeclarationRows::head)
        .list();
  }

  /** The declaration of a number. */
  public StoredDeclaration get(long number) {
    return DeclarationStore.find(handle, number).orElseThrow();
  }

  /** All versions for a date, by number. */
  public List<StoredDeclaration> ofDate(String market, LocalDate date) {
    return DeclarationStore.ofDate(handle, market, date);
  }

  /** Adds a version. */
  public void add(StoredDeclaration added) {
    handle
        .createUpdate(
            "INSERT INTO declaration ("
                + DeclarationRows.COLUMNS
                + ") VALUES (:number, :market, :date, :unit, :slot, :version, :member, :kind,"
                + " :content, :hash, :arrived, :prepared, :by, :parameters, :replaced)")
        .bind("number", added.number())
        .bind("market", added.market())
        .bind("date", added.date())
        .bind("unit", added.unit())
        .bind("slot", added.slot().label())
        .bind("version", added.version())
        .bind("member", added.member())
        .bind("kind", added.kind())
        .bind("content", added.content())
        .bind("hash", added.hash())
        .bind("arrived", DeclarationRows.utc(added.arrivedAt()))
        .bind("prepared", added.preparedAt().map(DeclarationRows::utc).orElse(null))
        .bind("by", added.madeBy())
        .bind("parameters", added.parametersVersion())
        .bind("replaced", added.replaced().isPresent() ? added.replaced().getAsLong() : null)
        .execute();
  }

  /** Adds a refusal: with what was sent, as far as every database can keep it. */
  public void add(StoredRefusal refused) {
    handle
        .createUpdate(
            "INSERT INTO declaration_refusal (number, market, trading_date, unit, member,"
                + " arrived_at, made_by, reasons) VALUES (:number, :market, :date, :unit,"
                + " :member, :arrived, :by, :reasons)")
        .bind("number", refused.number())
        .bind("market", DeclarationRows.kept(refused.market()))
        .bind("date", refused.date().orElse(null))
        .bind("unit", DeclarationRows.kept(refused.unit()))
        .bind("member", DeclarationRows.kept(refused.member()))
        .bind("arrived", DeclarationRows.utc(refused.arrivedAt()))
        .bind("by", refused.madeBy())
        .bind("reasons", DeclarationRows.kept(refused.reasons()))
        .execute();
  }

  /** Whether the gate of a date is closed for good. */
  public boolean isClosed(String market, LocalDate date) {
    return closed.computeIfAbsent(
        market + " " + date, key -> DeclarationStore.isClosed(handle, market, date));
  }

  /** Closes the gate of a date for good. */
  public void close(String market, LocalDate date, Instant at, String by, ClosedGate gate) {
    handle.execute(
        "INSERT INTO closed_gate (market, trading_date, closed_at, made_by) VALUES (?, ?, ?, ?)",
        market,
        date,
        DeclarationRows.utc(at),
        by);
    PreparedBatch offers =
        handle.prepareBatch(
            "INSERT INTO offer_in_force (market, trading_date, unit, slot, element, member,"
                + " source, source_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (StoredOffer offer : gate.offers()) {
      offers.add(
          market,
          date,
          offer.unit(),
          offer.slot().label(),
          offer.element(),
          offer.member(),
          offer.source().name(),
          offer.version());
    }
    PreparedBatch notes =
        handle.prepareBatch(
            "INSERT INTO closed_gate_note (market, trading_date, note, rule, place, found,"
                + " advice) VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (int n = 0; n < gate.notes().size(); n++) {
      Objection note = gate.notes().get(n);
      notes.add(market, date, n, note.rule().id(), note.place(), note.value(), note.advice());
    }
    if (offers.size() > 0) {
      offers.execute();
    }
    if (notes.size() > 0) {
      notes.execute();
    }
  }

  /** All parameters of all markets, by version. */
  public List<StoredText> parameters() {
    return DeclarationStore.parameters(handle);
  }

  /** All reference offers of a market, by version. */
  public List<StoredText> references(String market) {
    return DeclarationStore.references(handle, market);
  }

  /** Adds parameters of a market. */
  public void addParameters(StoredText added) {
    handle.execute(
        "INSERT INTO declaration_parameters (market, version, valid_from, content, made_by,"
            + " made_at) VALUES (?, ?, ?, ?, ?, ?)",
        added.key(),
        added.version(),
        added.from(),
        added.content(),
        added.madeBy(),
        DeclarationRows.utc(added.madeAt()));
  }

  /** Adds a reference offer of a unit in a market. */
  public void addReference(String market, StoredText added) {
    handle.execute(
        "INSERT INTO reference_offer (market, unit, version, valid_from, content, made_by,"
            + " made_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        market,
        added.key(),
        added.version(),
        added.from(),
        added.content(),
        added.madeBy(),
        DeclarationRows.utc(added.madeAt()));
  }
}
