package org.gridclear.market.store;

/** Whether a market's database may be changed here, and when a change is safe at another site. */
public interface CopyGuard {
  /** A database without another site: every change is safe when it is on disk. */
  CopyGuard NONE = () -> {};

  /**
   * Returns when what was committed is at the standby site, too.
   *
   * @throws NotCopiedException if that takes too long
   */
  void committed();
}
