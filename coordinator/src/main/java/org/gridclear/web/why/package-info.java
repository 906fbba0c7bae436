/** Why a price or an output is what it is, and what it would be with a change. */
package org.gridclear.web.why;
