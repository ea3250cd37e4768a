import { listen } from './stream.js';

/** One stream for all tabs of this browser. */
const tabs = new Set();
let link = 'lost';

self.onconnect = ({ ports: [tab] }) => {
  tabs.add(tab);
  tab.onmessage = () => tabs.delete(tab);
  if (link === 'open') {
    tab.postMessage(['open']);
  }
};

listen((name, ...rest) => {
  if (name === 'open' || name === 'lost') {
    link = name;
  }
  tabs.forEach((tab) => tab.postMessage([name, ...rest]));
});
