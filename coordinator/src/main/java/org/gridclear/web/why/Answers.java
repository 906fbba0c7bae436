package org.gridclear.web.why;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.explain.CaseExplanation;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.run.EndedRuns;
import org.gridclear.whatif.KeptCase;
import org.gridclear.whatif.TimedDispatch;
import org.gridclear.whatif.WhatIf;
import org.gridclear.whatif.WhatIfAnswer;
import org.gridclear.whatif.WhatIfQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers about kept cases. The last few cases stay in memory, and only so many dispatches run at a
 * time: the server is there for others, too.
 */
@Component
public class Answers {
  private static final int KEPT_MAX = 6;
  private static final int TOGETHER_MAX = 2;
  private static final long SECONDS_MAX = 120;

  private final Map<String, CompletableFuture<Object>> kept = new LinkedHashMap<>(8, 0.75f, true);
  private final Semaphore dispatches = new Semaphore(TOGETHER_MAX);

  /**
   * Something by its name; made once while it is among the last few.
   *
   * @param making makes it; what it throws is thrown
   */
  public <T> T kept(String name, Class<T> type, Supplier<T> making) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> there;
    synchronized (kept) {
      there = kept.putIfAbsent(name, mine);
      if (kept.size() > KEPT_MAX) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    if (there == null) {
      make(name, mine, making);
      there = mine;
    }
    try {
      return type.cast(there.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** A cleared case of a run that has ended, by its place. */
  public KeptCase ofRun(EndedRuns ended, String runId, int number) {
    return kept(
        "run " + runId + " " + number,
        KeptCase.class,
        () -> ended.cleared(ended.result(runId), number));
  }

  private void make(String name, CompletableFuture<Object> mine, Supplier<?> making) {
    try {
      mine.complete(making.get());
    } catch (RuntimeException | Error e) {
      synchronized (kept) {
        kept.remove(name, mine);
      }
      mine.completeExceptionally(e);
    }
  }

  /** Explains; 404 for what is not there. */
  public static CaseExplanation why(KeptCase kept, String unit, String bus, String period) {
    int periods = kept.clearingCase().day().periodCount();
    if (period.matches("-?\\d{1,9}")
        && (Integer.parseInt(period) < 1 || Integer.parseInt(period) > periods)) {
      throw EndedRuns.missing("period " + period);
    }
    try {
      int t = kept.clearingCase().day().horizon().periodOf(period);
      return CaseExplanation.of(kept.clearingCase(), kept.result(), unit, bus, t);
    } catch (UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  /** Answers a question; 409 where the commitment has no dispatch then. */
  public WhatIfAnswer whatIf(KeptCase kept, String text) {
    WhatIfQuestion question = WhatIfQuestion.ofRequest(text.getBytes(StandardCharsets.UTF_8));
    return dispatched(context -> WhatIf.ask(kept, question, context));
  }

  /** Makes what needs a dispatch; 429 where too many are made already. */
  public <T> T dispatched(Function<ClearingContext, T> making) {
    if (!dispatches.tryAcquire()) {
      throw new ResponseStatusException(
          HttpStatus.TOO_MANY_REQUESTS,
          "%d dispatches are made already; ask again in a second.".formatted(TOGETHER_MAX));
    }
    try {
      return making.apply(
          TimedDispatch.within(SECONDS_MAX)
              .orElseThrow(() -> EndedRuns.missing("solver of this machine")));
    } catch (WhatIf.UnansweredException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    } finally {
      dispatches.release();
    }
  }
}
