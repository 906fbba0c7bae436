/**
 * Issues as data. Readers and validators put every {@link Issue} into an {@link IssueLog}; a log
 * with errors becomes one {@link InvalidInputException} that carries them all.
 */
@NullMarked
package org.gridclear.validate;

import org.jspecify.annotations.NullMarked;
