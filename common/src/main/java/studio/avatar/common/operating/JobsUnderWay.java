package studio.avatar.common.operating;

import java.util.List;

import studio.avatar.common.contract.OperatorReport.JobCount;
import studio.avatar.common.contract.OperatorReport.StuckJob;

/** Jobs of a service that have not ended, in all its instances, as operators see them. */
public interface JobsUnderWay {

	/** How many stand in each state; states in which none stands are left out. */
	List<JobCount> counts();

	/**
	 * Those that have stood in their state for longer than they should, longest first.
	 */
	List<StuckJob> stuck();

}
