package org.gridclear.web.market.settlement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gridclear.account.Right;
import org.gridclear.market.series.MarketClock;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.notice.EffectNotices;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.Proposal;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.study.CaseFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The settlement process of the served market. */
@Component
public class ServedProcess {
  private final ServedMarket served;
  private final ServerSecurity security;
  private final Path runs;
  private final Clock time;
  private @Nullable SettlementProcess process;

  ServedProcess(ServedMarket served, ServerSecurity security, CaseFolder cases, Clock time) {
    this.served = served;
    this.time = time;
    this.security = security;
    this.runs = cases.path().resolve("runs");
  }

  /**
   * The process.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  public synchronized SettlementProcess process() {
    if (process == null) {
      process = SettlementProcess.of(served.folder(), time);
    }
    return process;
  }

  /** Messages to members of what corrections change for them. */
  public EffectNotices notices() {
    return new EffectNotices(served.folder(), process(), time);
  }

  /** The clock of the market. */
  public MarketClock clock() {
    return process().deadlines().clock();
  }

  /** What the settlement team does. */
  public ExchangeDesk exchange() {
    return new ExchangeDesk(process());
  }

  /**
   * Proposes an act; returns the number of the proposal.
   *
   * @throws ResponseStatusException 404 or 409, as {@link #asked} says
   */
  public long propose(Act act, String by) {
    return asked(() -> exchange().propose(act, by));
  }

  /** A proposal by its number. */
  public Proposal proposal(long number) {
    return process().ask(state -> state.proposal(number));
  }

  /**
   * Questions to a statement, if it is one that a caller sees.
   *
   * @throws NoSuchSubjectException if it is not
   */
  public StatementQueries seen(Caller caller, long publication, String member) {
    if (!sees(caller).test(member)) {
      throw new NoSuchSubjectException(
          "There is no statement %d of %s.".formatted(publication, member));
    }
    return queries();
  }

  /** What members do. */
  public MemberDesk members() {
    return new MemberDesk(process());
  }

  /** Questions to statements. */
  public StatementQueries queries() {
    return new StatementQueries(process());
  }

  /** Whose statements a caller sees: all who settles, else those of its scope. */
  public static Predicate<String> sees(Caller caller) {
    return member -> caller.may(Right.SETTLE) || caller.scope().seesMember(member);
  }

  /**
   * A close of the server by its name.
   *
   * @throws ResponseStatusException 404 if there is none
   */
  public CloseFolder close(String id) {
    Path path = runs.resolve(id).normalize();
    if (!id.matches("[\\w.-]+")
        || !runs.equals(path.getParent())
        || !Files.exists(path.resolve("close.json"))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no close " + id + " here.");
    }
    return CloseFolder.open(path);
  }

  /**
   * That who proposed has an account here: a name that was typed may be anybody's.
   *
   * @throws ProcessConflictException if it is none; never without accounts
   */
  public void requireAccount(String name) {
    if (!security.knows(name)) {
      throw new ProcessConflictException(
          "It was proposed by '%s', who has no account here: let an account propose it again."
              .formatted(name));
    }
  }

  /** The answer of a question: 404 for what there is not, 409 for what cannot be as it stands. */
  public static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoSuchSubjectException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (ProcessConflictException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
