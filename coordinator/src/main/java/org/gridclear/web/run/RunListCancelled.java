package org.gridclear.web.run;

import java.util.List;

/**
 * What became of it.
 *
 * @param cancelled runs that were asked to stop
 * @param refused runs of others, which the caller may not stop, and those that ended meanwhile
 */
record RunListCancelled(List<String> cancelled, List<String> refused) {}
