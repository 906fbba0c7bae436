package org.gridclear.bench.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Invitations;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.account.Sessions;
import org.gridclear.web.account.ServerSecurity;

/**
 * Who works at the desk: olga operates, anna approves, max is of the member alder, rita regulates,
 * clara settles, adam manages accounts, audrey reads the audit log.
 */
final class DeskPeople {
  /** The password of everybody. */
  static final String PASSWORD = "Correct horse 7 battery";

  private static final Map<String, String> GROUPS =
      new TreeMap<>(
          Map.of(
              "olga", "operators",
              "anna", "approvers",
              "max", "members",
              "rita", "regulators",
              "clara", "settlement",
              "audrey", "auditors"));
  private static final long STEP_MILLIS = 30_000;

  private final AtomicLong now = new AtomicLong(System.currentTimeMillis());
  private final Map<String, String> secondFactors = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Path folder;
  private ServerSecurity security;

  DeskPeople(Path folder) {
    this.folder = folder;
    Accounts.Introduction adam = Accounts.create(folder, "adam", now::get);
    Accounts accounts = Accounts.open(folder, now::get);
    security =
        new ServerSecurity(
            accounts, new Sessions(accounts, folder), AuditLog.open(folder, now::get), null);
    accounts.define(
        "settlement", java.util.Set.of(Right.READ_SETTLEMENT, Right.SETTLE, Right.READ_MARKET));
    accept(adam);
    GROUPS.forEach(
        (name, group) -> {
          Scope scope =
              name.equals("max")
                  ? new Scope(Scope.Part.of(List.of("alder")), Scope.Part.ALL, Scope.Part.ALL)
                  : Scope.ALL;
          accept(accounts.add(name, List.of(group), scope));
        });
  }

  ServerSecurity security() {
    return security;
  }

  /** As a process that starts again finds it. */
  ServerSecurity reopened() {
    Accounts accounts = Accounts.open(folder, now::get);
    security =
        new ServerSecurity(
            accounts, new Sessions(accounts, folder), AuditLog.open(folder, now::get), null);
    return security;
  }

  private void accept(Accounts.Introduction who) {
    Invitations invitations = security.sessions().invitations();
    secondFactors.put(who.name(), invitations.opened(who.code()).secondFactor());
    invitations.accepted(who.code(), PASSWORD, OneTimeCode.of(factor(who.name()), now.get()), "t");
  }

  private String factor(String name) {
    return secondFactors.get(name);
  }

  /** A code with which somebody can log in now; each time another one. */
  synchronized String code(String name) {
    return OneTimeCode.of(factor(name), now.addAndGet(STEP_MILLIS));
  }

  /** The token of somebody's session, which is made when it is asked for first. */
  String token(String name) {
    return tokens.computeIfAbsent(
        name, who -> security.sessions().login(who, PASSWORD, code(who), "test"));
  }
}
