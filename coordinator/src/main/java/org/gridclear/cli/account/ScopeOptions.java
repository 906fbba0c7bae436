package org.gridclear.cli.account;

import org.gridclear.account.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose data an account sees, as options. */
final class ScopeOptions {
  private static final String IDS = "all|none|ID,…";

  @Option(
      names = "--members",
      paramLabel = IDS,
      description = "Members whose data the user sees (new users: all); who declares needs names.")
  private @Nullable String members;

  @Option(
      names = "--zones",
      paramLabel = IDS,
      description = "Zones that the user sees (new users: all).")
  private @Nullable String zones;

  @Option(
      names = "--markets",
      paramLabel = IDS,
      description = "Markets that the user sees, such as da,rt (new users: all).")
  private @Nullable String markets;

  /** The scope with what is given instead of what was. */
  Scope instead(Scope before) {
    return new Scope(
        part(members, before.members()),
        part(zones, before.zones()),
        part(markets, before.markets()));
  }

  private static Scope.Part part(@Nullable String given, Scope.Part before) {
    return given == null ? before : Scope.Part.parse(given);
  }

  /**
   * That something is given.
   *
   * @throws IllegalArgumentException if nothing is
   */
  void require() {
    if (members == null && zones == null && markets == null) {
      throw new IllegalArgumentException("Give --members, --zones or --markets; others stay.");
    }
  }
}
