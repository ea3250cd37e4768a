package studio.avatar.sandbox.telegram.world;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.callback.Presses;
import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.chat.Rooms;
import studio.avatar.sandbox.telegram.command.BotCommands;
import studio.avatar.sandbox.telegram.command.BotProfile;
import studio.avatar.sandbox.telegram.file.StoredFiles;
import studio.avatar.sandbox.telegram.payment.Checkouts;
import studio.avatar.sandbox.telegram.payment.InvoiceLinks;
import studio.avatar.sandbox.telegram.payment.Payments;
import studio.avatar.sandbox.telegram.payment.StarTransactions;
import studio.avatar.sandbox.telegram.payment.Wallets;
import studio.avatar.sandbox.telegram.person.PersonActs;
import studio.avatar.sandbox.telegram.person.RoomActs;
import studio.avatar.sandbox.telegram.person.Speech;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.update.Updates;
import studio.avatar.sandbox.telegram.webhook.Webhooks;

/**
 * The parts of one Telegram, each made once and known to whoever needs it.
 */
public record World(Bot bot, ChangeLog log, ChatEvents events, Contacts contacts, Rooms rooms, Chats chats,
		StoredFiles files, Updates updates, Webhooks webhooks, Presses presses, BotCommands commands,
		BotProfile profile, PersonActs acts, RoomActs roomActs, Wallets wallets, InvoiceLinks links,
		Checkouts checkouts, Payments payments) {

	/**
	 * Makes the parts; what the folder remembers comes back when the log is opened.
	 * @param folder where everything survives a restart; none keeps it in memory only
	 */
	public static World of(Bot bot, @Nullable Path folder, InstantSource clock) {
		ChatEvents events = new ChatEvents();
		ChangeLog log = new ChangeLog(folder);
		Contacts contacts = new Contacts(log);
		Rooms rooms = new Rooms(log);
		Chats chats = new Chats(log, events, bot, clock);
		StoredFiles files = new StoredFiles(log, folder);
		Updates updates = new Updates(log, clock);
		Webhooks webhooks = new Webhooks(log, clock);
		Presses presses = new Presses(events, clock);
		BotCommands commands = new BotCommands(log);
		BotProfile profile = new BotProfile(log);
		Wallets wallets = new Wallets(log);
		StarTransactions transactions = new StarTransactions(log);
		InvoiceLinks links = new InvoiceLinks(log);
		Checkouts checkouts = new Checkouts(clock);
		Speech speech = new Speech(log, chats, updates);
		List.of(contacts, rooms, chats, files, updates, webhooks, commands, profile, wallets, transactions, links)
			.forEach(log::register);
		PersonActs acts = new PersonActs(bot, contacts, chats, files, updates, speech, presses, events);
		RoomActs roomActs = new RoomActs(bot, contacts, rooms, chats, updates, speech, acts);
		return new World(bot, log, events, contacts, rooms, chats, files, updates, webhooks, presses, commands, profile,
				acts, roomActs, wallets, links, checkouts,
				new Payments(contacts, chats, speech, updates, checkouts, wallets, transactions, links));
	}

}
