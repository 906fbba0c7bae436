/** What a kept result would have been with a change, its commitment as it is. */
package org.gridclear.whatif;
