/** What a screening is asked: outages, options, snapshots, questions of sensitivity. */
@NullMarked
package org.gridclear.security.input;

import org.jspecify.annotations.NullMarked;
