package org.gridclear.market.store.declaration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.market.declaration.Slot;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.Handle;

/**
 * Declarations on disk. What {@link #write} did is on disk when it returns, and is there after the
 * process or the machine ended in the moment after.
 *
 * @param database of the market
 */
public record DeclarationStore(MarketDatabase database) {
  private static final String SELECT = "SELECT " + DeclarationRows.COLUMNS + " FROM declaration";

  /** Does some writing while nobody else writes, all of it or nothing. */
  public <T> T write(Function<DeclarationLedger, T> work) {
    T done = database.jdbi().inTransaction(handle -> written(handle, work));
    database.force();
    return done;
  }

  private static <T> T written(Handle handle, Function<DeclarationLedger, T> work) {
    DeclarationLedger ledger = new DeclarationLedger(handle);
    T done = work.apply(ledger);
    ledger.close();
    return done;
  }

  /** A declaration by its number. */
  public Optional<StoredDeclaration> find(long number) {
    return database.jdbi().withHandle(handle -> find(handle, number));
  }

  static Optional<StoredDeclaration> find(Handle handle, long number) {
    return handle
        .createQuery(SELECT + " WHERE number = :number")
        .bind("number", number)
        .map(DeclarationRows::declaration)
        .findOne();
  }

  /**
   * The last declaration of a kind and member of a unit, up to a date (inclusive), from another.
   */
  public Optional<StoredDeclaration> last(
      String market, String unit, String member, String kind, LocalDate from, LocalDate to) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + " WHERE market = :market AND unit = :unit AND member = :member"
                            + " AND kind = :kind AND trading_date >= :from AND trading_date <= :to"
                            + " ORDER BY trading_date DESC, version DESC FETCH FIRST 1 ROW ONLY")
                    .bind("market", market)
                    .bind("unit", unit)
                    .bind("member", member)
                    .bind("kind", kind)
                    .bind("from", from)
                    .bind("to", to)
                    .map(DeclarationRows::declaration)
                    .findOne());
  }

  /** All versions for a date, by number. */
  public List<StoredDeclaration> ofDate(String market, LocalDate date) {
    return database.jdbi().withHandle(handle -> ofDate(handle, market, date));
  }

  static List<StoredDeclaration> ofDate(Handle handle, String market, LocalDate date) {
    return handle
        .createQuery(SELECT + " WHERE market = :market AND trading_date = :date ORDER BY number")
        .bind("market", market)
        .bind("date", date)
        .map(DeclarationRows::declaration)
        .list();
  }

  /** All versions of a unit from a date (inclusive) to a date (exclusive), the last one first. */
  public List<StoredDeclaration> ofUnit(
      String market, String unit, Slot slot, LocalDate from, LocalDate to) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + " WHERE market = :market AND unit = :unit AND slot = :slot"
                            + " AND trading_date >= :from AND trading_date < :to"
                            + " ORDER BY trading_date DESC, version DESC")
                    .bind("market", market)
                    .bind("unit", unit)
                    .bind("slot", slot.label())
                    .bind("from", from)
                    .bind("to", to)
                    .map(DeclarationRows::declaration)
                    .list());
  }

  /** A refusal by its number. */
  public Optional<StoredRefusal> findRefusal(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM declaration_refusal WHERE number = :number")
                    .bind("number", number)
                    .map(
                        (row, context) ->
                            new StoredRefusal(
                                row.getLong("number"),
                                row.getString("market"),
                                Optional.ofNullable(row.getObject("trading_date", LocalDate.class)),
                                row.getString("unit"),
                                row.getString("member"),
                                DeclarationRows.time(row, "arrived_at"),
                                row.getString("made_by"),
                                row.getString("reasons")))
                    .findOne());
  }

  /**
   * Which versions of parameters there are, of all markets, without their texts.
   *
   * @return texts whose content is ""
   */
  public List<StoredText> parameterVersions() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT market AS id, version, valid_from, '' AS content, made_by, made_at"
                            + " FROM declaration_parameters ORDER BY version")
                    .map(DeclarationRows::text)
                    .list());
  }

  /** All parameters of all markets, by version. */
  public List<StoredText> parameters() {
    return database.jdbi().withHandle(DeclarationStore::parameters);
  }

  static List<StoredText> parameters(Handle handle) {
    return handle
        .createQuery(
            "SELECT market AS id, version, valid_from, content, made_by, made_at"
                + " FROM declaration_parameters ORDER BY version")
        .map(DeclarationRows::text)
        .list();
  }

  /** All reference offers of a market, by version. */
  public List<StoredText> references(String market) {
    return database.jdbi().withHandle(handle -> references(handle, market));
  }

  static List<StoredText> references(Handle handle, String market) {
    return handle
        .createQuery(
            "SELECT unit AS id, version, valid_from, content, made_by, made_at"
                + " FROM reference_offer WHERE market = :market ORDER BY version")
        .bind("market", market)
        .map(DeclarationRows::text)
        .list();
  }

  /** What was in force at a gate; empty while it is not closed. */
  public Optional<ClosedGate> closedGate(String market, LocalDate date) {
    return database
        .jdbi()
        .inTransaction(
            handle ->
                isClosed(handle, market, date)
                    ? Optional.of(
                        new ClosedGate(offers(handle, market, date), notes(handle, market, date)))
                    : Optional.empty());
  }

  static boolean isClosed(Handle handle, String market, LocalDate date) {
    return handle
            .createQuery(
                "SELECT count(*) FROM closed_gate WHERE market = :market AND trading_date = :date")
            .bind("market", market)
            .bind("date", date)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Sorted here: databases differ in the order of texts. */
  private static List<StoredOffer> offers(Handle handle, String market, LocalDate date) {
    return handle
        .createQuery("SELECT * FROM offer_in_force WHERE market = :market AND trading_date = :date")
        .bind("market", market)
        .bind("date", date)
        .map(DeclarationRows::offer)
        .stream()
        .sorted(Comparator.comparing(StoredOffer::unit).thenComparing(StoredOffer::slot))
        .toList();
  }

  private static List<Objection> notes(Handle handle, String market, LocalDate date) {
    return handle
        .createQuery(
            "SELECT * FROM closed_gate_note WHERE market = :market AND trading_date = :date"
                + " ORDER BY note")
        .bind("market", market)
        .bind("date", date)
        .map(
            (row, context) ->
                new Objection(
                    DeclarationRule.byId(row.getString("rule")).orElseThrow(),
                    row.getString("place"),
                    row.getString("found"),
                    row.getString("advice")))
        .list();
  }
}
