package studio.avatar.sandbox.telegram;

import java.util.List;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.callback.Answered;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome;
import studio.avatar.sandbox.telegram.person.Attachment;
import studio.avatar.sandbox.telegram.person.PersonActs;
import studio.avatar.sandbox.telegram.person.Thing;
import studio.avatar.sandbox.telegram.world.World;

/**
 * A person in this process who drives the chat like a human.
 */
public final class SimulatedPerson implements Person {

	private final TelegramSimulator simulator;

	private final World world;

	private final PersonActs acts;

	private final long id;

	SimulatedPerson(TelegramSimulator simulator, World world, long id) {
		this.simulator = simulator;
		this.world = world;
		this.acts = world.acts();
		this.id = id;
	}

	@Override
	public long id() {
		return this.id;
	}

	@Override
	public void sends(String text) {
		this.acts.text(this.id, text);
	}

	@Override
	public void sendsPhoto(byte[] picture, @Nullable String caption) {
		this.acts.photos(this.id, List.of(picture), caption);
	}

	@Override
	public void sendsAlbum(List<byte[]> pictures) {
		this.acts.photos(this.id, pictures, null);
	}

	@Override
	public void sendsDocument(String fileName, String mimeType, byte[] content) {
		this.acts.documents(this.id, List.of(new Attachment(fileName, mimeType, content)), null);
	}

	/** Sends something that is neither text nor photo nor file. */
	public void sends(Thing thing) {
		this.acts.thing(this.id, thing);
	}

	/** Forwards a photo that somebody sent elsewhere. */
	public void forwardsPhoto(byte[] picture) {
		this.acts.forward(this.id, picture);
	}

	/** Edits the words of a text or of a caption of their own. */
	public void edits(SimulatedMessage message, String words) {
		this.acts.edit(this.id, message.messageId(), words);
	}

	@Override
	public void presses(SimulatedMessage message, String buttonLabel) {
		this.acts.press(this.id, message.messageId(), message.button(buttonLabel).pressable());
	}

	@Override
	public PaymentOutcome pays(SimulatedMessage invoice) {
		return this.world.payments().pay(this.id, invoice.messageId());
	}

	@Override
	public PaymentOutcome paysLink(String link) {
		return this.world.payments().pay(this.id, link);
	}

	@Override
	public int stars() {
		return this.world.wallets().stars(this.id);
	}

	/** Gives the person that many Stars, no more and no less. */
	public void has(int stars) {
		this.world.wallets().set(this.id, stars);
	}

	@Override
	public List<SimulatedMessage> messages() {
		return this.world.chats().messages(this.id).stream().map(ChatMessage::view).map(MessageView::message).toList();
	}

	@Override
	public List<CallbackAnswer> toasts() {
		return this.world.presses().toasts(this.id).stream().map(Answered::view).map(MessageView::toast).toList();
	}

	@Override
	public byte[] file(String fileId) {
		return this.simulator.file(fileId);
	}

	@Override
	public void blocksBot() {
		this.acts.block(this.id, true);
	}

	@Override
	public void unblocksBot() {
		this.acts.block(this.id, false);
	}

}
