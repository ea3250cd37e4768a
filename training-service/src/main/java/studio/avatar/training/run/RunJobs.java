package studio.avatar.training.run;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.operating.JobSettings;
import studio.avatar.common.operating.JobTable;
import studio.avatar.common.operating.JobsUnderWay;

/** Training runs under way, as operators see them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class RunJobs {

	@Bean
	JobsUnderWay jobsUnderWay(JdbcClient database, JobSettings settings) {
		return new JobTable(database, "training", "training_run", settings);
	}

}
