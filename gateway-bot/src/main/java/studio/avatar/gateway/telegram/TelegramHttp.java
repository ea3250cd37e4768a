package studio.avatar.gateway.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The way to Telegram. It gives an upload the time that its size takes, and tells what
 * certainly did not come to Telegram from what may have.
 */
class TelegramHttp extends OkHttpClient {

	/** Bytes a second that even a slow line takes: 1 Mbit/s. */
	private static final long SLOW_LINE = 125_000;

	TelegramHttp(TelegramSettings settings) {
		super(new OkHttpClient.Builder().connectTimeout(settings.connectTimeout())
			.readTimeout(settings.readTimeout())
			.writeTimeout(settings.readTimeout())
			.callTimeout(settings.callTimeout())
			.retryOnConnectionFailure(false) // whoever calls decides whether to repeat
			.connectionPool(new ConnectionPool(32, 1, TimeUnit.MINUTES))
			.addInterceptor(TelegramHttp::waitForUploads)
			.addInterceptor(TelegramHttp::tellWhatWasNotSent)
			.addNetworkInterceptor(TelegramHttp::connected));
	}

	@Override
	public Call newCall(Request request) {
		Call call = super.newCall(request);
		call.timeout().timeout(callTimeoutMillis() + uploadMillis(request.body()), TimeUnit.MILLISECONDS);
		return call;
	}

	private static long uploadMillis(@Nullable RequestBody body) {
		try {
			return (body == null) ? 0
					: Duration.ofSeconds(1)
						.multipliedBy(Math.max(0, body.contentLength()))
						.dividedBy(SLOW_LINE)
						.toMillis();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/** What is sent is still on its way when the last of it is given to the network. */
	private static Response waitForUploads(Interceptor.Chain chain) throws IOException {
		long patience = chain.readTimeoutMillis() + uploadMillis(chain.request().body());
		return chain.withReadTimeout(Math.toIntExact(patience), TimeUnit.MILLISECONDS).proceed(chain.request());
	}

	private static Response tellWhatWasNotSent(Interceptor.Chain chain) throws IOException {
		AtomicBoolean connected = new AtomicBoolean();
		try {
			return chain.proceed(chain.request().newBuilder().tag(AtomicBoolean.class, connected).build());
		}
		catch (IOException ex) {
			throw connected.get() ? ex : new NotSent(ex);
		}
	}

	/** Comes only here when there is a connection. */
	private static Response connected(Interceptor.Chain chain) throws IOException {
		Objects.requireNonNull(chain.request().tag(AtomicBoolean.class)).set(true);
		return chain.proceed(chain.request());
	}

	/** There was no connection: not a byte of it came to Telegram. */
	static final class NotSent extends IOException {

		NotSent(IOException why) {
			super(why.getClass().getSimpleName() + ": " + why.getMessage(), why);
		}

		static boolean is(Throwable why) {
			Throwable cause = why.getCause();
			return why instanceof NotSent || cause != null && is(cause);
		}

	}

}
