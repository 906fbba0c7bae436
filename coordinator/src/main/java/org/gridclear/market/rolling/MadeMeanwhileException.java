package org.gridclear.market.rolling;

import org.gridclear.market.day.DayKey;

/** Another made a version of the same run while this one was cleared. */
public final class MadeMeanwhileException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  MadeMeanwhileException(DayKey key, int version) {
    super("Version %d of %s was made meanwhile; nothing was kept.".formatted(version, key.text()));
  }
}
