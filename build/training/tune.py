"""Tunes the recognition network on drawn lines; what comes out has the same shape with other numbers (README.md)."""

import argparse
import copy
import math
import multiprocessing
import sys
import time
import types
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from lines import Batch, Lines, batch_of
from texts import Texts

# onnx2torch asks for operators of torchvision that this network does not have.
for name in ("torchvision", "torchvision.ops"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["torchvision"].ops = sys.modules["torchvision.ops"]
for name in ("nms", "roi_align", "RoIAlign", "batched_nms", "box_convert"):
    setattr(sys.modules["torchvision.ops"], name, None)
warnings.filterwarnings("ignore")
from onnx2torch import convert  # noqa: E402

CHECKED, LINES_A_STEP = 16, 24
SEED_OF_CHECKS, FIRST_SEED = 99, 5000


def with_plain_padding(model: onnx.ModelProto) -> onnx.ModelProto:
    """onnx2torch does not know SAME_UPPER; the same padding in numbers."""
    model = copy.deepcopy(model)
    for node in model.graph.node:
        of = {attribute.name: attribute for attribute in node.attribute}
        if "auto_pad" not in of or of["auto_pad"].s != b"SAME_UPPER":
            continue
        kernel = list(of["kernel_shape"].ints)
        strides = list(of["strides"].ints) if "strides" in of else [1] * len(kernel)
        whole = [max(size - stride, 0) for size, stride in zip(kernel, strides)]
        begin = [size // 2 for size in whole]
        for old in ("auto_pad", "pads"):
            if old in of:
                node.attribute.remove(of[old])
        node.attribute.append(onnx.helper.make_attribute("pads", begin + [size - first for size, first in zip(whole, begin)]))
    return model


class Network:
    """The network as PyTorch trains it, without its last softmax, and the way back into the file it came from."""

    def __init__(self, path: Path):
        self.file = onnx.load(path)
        self.net = convert(with_plain_padding(self.file))
        batchnorm = torch.nn.modules.batchnorm._BatchNorm
        for module in self.net.modules():
            if isinstance(module, batchnorm):
                module.eval()
                continue
            for name, buffer in list(module._buffers.items()):
                if buffer is not None and buffer.dtype == torch.float32 and buffer.numel() > 60:
                    del module._buffers[name]
                    module.register_parameter(name, torch.nn.Parameter(buffer.clone()))
        last = [node.name for node in self.file.graph.node if node.op_type == "Softmax"][-1]
        setattr(self.net, last.replace(".", "/"), torch.nn.Identity())
        self.of_file = self._link()
        self.trained = []
        for name, parameter in self.net.named_parameters():
            parameter.requires_grad_(name in self.of_file)
            if name in self.of_file:
                self.trained.append(parameter)

    def _link(self) -> dict[str, list[str]]:
        """Which tensors of the file each parameter is: those that hold the same numbers."""
        tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in self.file.graph.initializer}
        linked = {}
        for name, parameter in self.net.named_parameters():
            numbers = parameter.detach().numpy().ravel()
            same = [key for key, tensor in tensors.items() if tensor.size == numbers.size and np.array_equal(tensor.ravel(), numbers)]
            if same:
                linked[name] = same
        return linked

    def save(self, path: Path, values: list[torch.Tensor]) -> None:
        """Writes the file anew with `values`, one for each trained parameter."""
        file = copy.deepcopy(self.file)
        names = [name for name, parameter in self.net.named_parameters() if parameter.requires_grad]
        new = {key: value for name, value in zip(names, values) for key in self.of_file[name]}
        for tensor in file.graph.initializer:
            if tensor.name in new:
                shape = numpy_helper.to_array(tensor).shape
                numbers = new[tensor.name].detach().numpy().reshape(shape).astype(np.float32)
                tensor.CopyFrom(numpy_helper.from_array(numbers, tensor.name))
        onnx.save(file, path)


def draw_forever(queue, texts: tuple, seed: int, widest: int) -> None:
    drawn, lines = Texts(seed, *texts), Lines(seed)
    torch.set_num_threads(1)
    while True:
        queue.put(batch_of(LINES_A_STEP, drawn, lines, widest))


def exact(net, checks: list[Batch], characters: list[str]) -> float:
    """The share of lines read exactly, blanks aside."""
    right = 0
    with torch.no_grad():
        for batch in checks:
            best = net(torch.from_numpy(batch.images)).argmax(2).numpy()
            for steps, text in zip(best, batch.texts):
                kept = [step for step, before in zip(steps, [0, *steps[:-1]]) if step not in (0, before)]
                said = "".join((characters + [" "])[step - 1] for step in kept)
                right += said.replace(" ", "") == text.replace(" ", "")
    return right / sum(len(batch.texts) for batch in checks)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("network", type=Path, help="the ONNX file to start from")
    asked.add_argument("out", type=Path, help="where the tuned one is written, every five minutes and at the end")
    asked.add_argument("--characters", type=Path, required=True)
    asked.add_argument("--places", type=Path, required=True, help="folder `dist` of the package china-division")
    asked.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2"))
    asked.add_argument("--minutes", type=float, default=100)
    asked.add_argument("--rate", type=float, default=6e-5, help="the learning rate it begins with")
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--widest", type=int, default=320, help="pixels; longer lines are squeezed")
    wish = asked.parse_args()

    characters = wish.characters.read_text(encoding="utf-8").replace("\r", "").rstrip("\n").split("\n")
    place_of = {character: index + 1 for index, character in enumerate(characters)}
    place_of[" "] = len(characters) + 1
    sources = (characters, wish.places, wish.unihan)
    torch.set_num_threads(wish.threads)

    whole = Network(wish.network)
    checked, lines = Texts(SEED_OF_CHECKS, *sources), Lines(SEED_OF_CHECKS)
    checks = [batch_of(LINES_A_STEP, checked, lines, wish.widest) for _ in range(CHECKED)]
    print("lines read exactly at the start", f"{exact(whole.net, checks, characters):.4f}", flush=True)

    queue = multiprocessing.Queue(8)
    multiprocessing.Process(target=draw_forever, args=(queue, sources, FIRST_SEED, wish.widest), daemon=True).start()
    optimizer = torch.optim.AdamW(whole.trained, lr=wish.rate, weight_decay=1e-4)
    loss_of = torch.nn.CTCLoss(blank=0, zero_infinity=True)
    mean = [parameter.detach().clone() for parameter in whole.trained]
    begun, step, losses, told = time.time(), 0, [], 0.0
    while (share := (time.time() - begun) / (wish.minutes * 60)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = wish.rate * min(1, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * share))
        batch = queue.get()
        likely = torch.nn.functional.log_softmax(whole.net(torch.from_numpy(batch.images)), 2).permute(1, 0, 2)
        wanted = [[place_of[character] for character in text] for text in batch.texts]
        loss = loss_of(
            likely,
            torch.tensor([index for text in wanted for index in text]),
            torch.full((len(wanted),), likely.shape[0]),
            torch.tensor([len(text) for text in wanted]),
        )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(whole.trained, 5.0)
        optimizer.step()
        step += 1
        kept = min(0.998, step / (step + 20))
        with torch.no_grad():
            for average, parameter in zip(mean, whole.trained):
                average.lerp_(parameter, 1 - kept)
        losses.append(loss.item())
        if time.time() - begun > told:
            told += 300
            print(f"step {step}, {time.time() - begun:.0f} s, loss {np.mean(losses[-200:]):.4f}", flush=True)
            whole.save(wish.out, mean)
    whole.save(wish.out, mean)
    with torch.no_grad():
        for average, parameter in zip(mean, whole.trained):
            parameter.copy_(average)
    print("steps", step, "lines read exactly at the end", f"{exact(whole.net, checks, characters):.4f}", flush=True)


if __name__ == "__main__":
    main()
