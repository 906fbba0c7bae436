package org.gridclear.settlement.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.settlement.journal.EventJournal;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessState;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Party;

/** Payments and credit of a market: their journal, and how they stand. */
public final class PaymentLedger {
  private final SettlementProcess process;
  private final PaymentState state;
  private final EventJournal journal;
  private final MarketRegistry registry;

  private PaymentLedger(SettlementProcess process, JournalStore store, MarketRegistry registry) {
    Map<String, List<PaymentEvent.Act.Share>> known = new ConcurrentHashMap<>();
    this.process = process;
    this.registry = registry;
    this.state =
        new PaymentState(
            hash ->
                known.computeIfAbsent(
                    hash,
                    key ->
                        List.of(
                            Json.MAPPER.readValue(
                                process.content().get(key), PaymentEvent.Act.Share[].class))));
    this.journal = new EventJournal(store, state::take);
  }

  /**
   * The payments of a market.
   *
   * @param process its settlement process, whose statements become invoices
   */
  public static PaymentLedger of(MarketFolder market, SettlementProcess process) {
    return new PaymentLedger(
        process,
        new JournalStore(market.database(), JournalStore.Journal.PAYMENT),
        new MarketRegistry(market, process.clock()));
  }

  /** The settlement process. */
  public SettlementProcess process() {
    return process;
  }

  /**
   * That there is a member: the registry has it, or a statement or an invoice of it was made.
   *
   * @throws NoSuchSubjectException if there is none
   */
  void requireMember(String member) {
    if (!ask(state -> state.members().contains(member))
        && !process.ask(published -> published.stated(member))
        && !registry.at(OptionalLong.empty()).state().of(EntryKind.MEMBER).containsKey(member)) {
      throw new NoSuchSubjectException(
          "There is no member %s: neither the registry nor a statement has it. Register it first."
              .formatted(member));
    }
  }

  /** Ids of all members that the registry, a statement or an invoice has or had. */
  Set<String> memberIds() {
    Set<String> ids =
        new TreeSet<>(registry.at(OptionalLong.empty()).state().of(EntryKind.MEMBER).keySet());
    ids.addAll(ask(PaymentState::members));
    ids.addAll(process.ask(ProcessState::statedMembers));
    return ids;
  }

  /** Members as the registry has them today, by id. */
  Map<String, Party.Member> members() {
    return registry
        .at(OptionalLong.empty())
        .state()
        .on(today())
        .filter(Party.Member.class::isInstance)
        .map(Party.Member.class::cast)
        .collect(Collectors.toMap(Party.Member::id, member -> member));
  }

  /** What day it is in the market. */
  public LocalDate today() {
    return process.deadlines().clock().dateOf(process.now());
  }

  /** So many working days from today. */
  LocalDate workingDaysFromToday(int count) {
    return process.deadlines().calendar().after(today(), count);
  }

  /** Asks how payments stand; the question must not keep the state. */
  public <T> T ask(Function<PaymentState, T> question) {
    return journal.ask(() -> question.apply(state));
  }

  /**
   * Lets something happen, all of it or nothing.
   *
   * @param decide gives what happens; throws to change nothing
   * @return number of the last row; what happened is on disk
   */
  long happen(String by, Function<PaymentState, List<PaymentEvent>> decide) {
    Instant now = process.now();
    Supplier<List<JournalStore.Entry>> entries =
        () -> decide.apply(state).stream().map(PaymentCodec::entry).toList();
    return journal.add(by, now, entries);
  }
}
