"""Tunes the recognition network on drawn lines; what comes out has the same shape with other numbers (README.md)."""

import argparse
import copy
import math
import multiprocessing
import random
import sys
import time
import types
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from lines import Batch, Batches, Lines
from texts import Texts

# onnx2torch asks for operators of torchvision that this network does not have.
for name in ("torchvision", "torchvision.ops"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["torchvision"].ops = sys.modules["torchvision.ops"]
for name in ("nms", "roi_align", "RoIAlign", "batched_nms", "box_convert"):
    setattr(sys.modules["torchvision.ops"], name, None)
warnings.filterwarnings("ignore")
from onnx2torch import convert  # noqa: E402

CHECKED, LINES_A_BATCH = 40, 24
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

    def __init__(self, path: Path, device: str):
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
        self.net.to(device)
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
                numbers = new[tensor.name].detach().cpu().numpy().reshape(shape).astype(np.float32)
                tensor.CopyFrom(numpy_helper.from_array(numbers, tensor.name))
        onnx.save(file, path)


def draw_forever(queue, texts: Texts, seed: int) -> None:
    texts.random.seed(seed)
    batches = Batches(texts, Lines(seed), LINES_A_BATCH)
    torch.set_num_threads(1)
    while True:
        queue.put(batches.draw())


class Pool:
    """All lines drawn so far: every one is seen several times, each time a little otherwise."""

    def __init__(self, place_of: dict[str, int], device: str):
        self.place_of, self.device = place_of, device
        self.by_width: dict[int, list[tuple[torch.Tensor, torch.Tensor, list[list[int]]]]] = {}
        self.lines = 0

    def add(self, batch: Batch) -> None:
        said = [[self.place_of[character] for character in text] for text in batch.texts]
        images, widths = torch.from_numpy(batch.images), torch.from_numpy(batch.widths)
        self.by_width.setdefault(batch.images.shape[3], []).append((images.to(self.device), widths.to(self.device), said))
        self.lines += len(said)

    def draw(self, columns: int) -> tuple[torch.Tensor, torch.Tensor, list[list[int]]]:
        """Lines of one width, together about `columns` pixels wide; widths of which there are more come more often."""
        width = random.choices(list(self.by_width), [len(batches) for batches in self.by_width.values()])[0]
        batches = random.choices(self.by_width[width], k=max(1, columns // (width * LINES_A_BATCH)))
        images, widths, said = zip(*batches)
        return torch.cat(images), torch.cat(widths), [text for texts in said for text in texts]


def wanted_by_network(images: torch.Tensor, widths: torch.Tensor) -> torch.Tensor:
    """Numbers of -1 to 1, and 0 where there is no line any more, as the engine fills them in."""
    inside = torch.arange(images.shape[3], device=images.device) < widths[:, None]
    return (images.float() / 127.5 - 1) * inside[:, None, None]


def seen_otherwise(lines: torch.Tensor) -> torch.Tensor:
    """The same lines moved, turned, stretched, blurred, lit and noised a little; what holds no line stays so."""
    count, device = len(lines), lines.device
    chance = lambda low, high, *shape: torch.empty(count, *(shape or (1, 1, 1)), device=device).uniform_(low, high)
    turn, high, down = chance(-0.012, 0.012, 1), chance(0.92, 1.1, 1), chance(-0.09, 0.09, 1)
    one, none = torch.ones_like(turn), torch.zeros_like(turn)
    aspect = lines.shape[3] / lines.shape[2]
    moves = torch.stack([torch.cat([one, none, none], 1), torch.cat([turn * aspect, high, down], 1)], 1)
    grid = torch.nn.functional.affine_grid(moves, list(lines.shape), align_corners=False)
    moved = torch.nn.functional.grid_sample(lines, grid, padding_mode="border", align_corners=False)
    blurred = torch.nn.functional.avg_pool2d(moved, 3, 1, 1, count_include_pad=False)
    moved = torch.lerp(moved, blurred, chance(-1, 1).clamp(0))
    grey = moved.mean(1, keepdim=True)
    moved = torch.where(chance(0, 1) < 0.1, grey.expand_as(moved), moved)
    lit = moved * chance(0.6, 1.15) + chance(-0.2, 0.2)
    noisy = lit + torch.randn_like(lit) * chance(-0.08, 0.08).clamp(0)
    return noisy.clamp(-1, 1) * (lines.abs().sum((1, 2), keepdim=True) > 0)


def exact(net, checks: list[Batch], characters: list[str], device: str) -> float:
    """The share of lines read exactly, blanks aside."""
    right = 0
    with torch.no_grad():
        for batch in checks:
            images = wanted_by_network(torch.from_numpy(batch.images).to(device), torch.from_numpy(batch.widths).to(device))
            for steps, text in zip(net(images).argmax(2).cpu().numpy(), batch.texts):
                kept = [step for step, before in zip(steps, [0, *steps[:-1]]) if step not in (0, before)]
                said = "".join((characters + [" "])[step - 1] for step in kept)
                right += said.replace(" ", "") == text.replace(" ", "")
    return right / sum(len(batch.texts) for batch in checks)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("network", type=Path, help="the ONNX file to start from")
    asked.add_argument("out", type=Path, help="where the tuned one is written, now and then and at the end")
    asked.add_argument("--characters", type=Path, required=True)
    asked.add_argument("--places", type=Path, required=True, help="folder `dist` of the package china-division")
    asked.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2"))
    asked.add_argument("--minutes", type=float, default=100)
    asked.add_argument("--rate", type=float, default=6e-5, help="the learning rate it begins with")
    asked.add_argument("--share", type=float, default=1, help="of what was learned, how much is taken: at 0.5 the mean with the network it started from")
    asked.add_argument("--device", default="cpu", help="cpu or cuda")
    asked.add_argument("--columns", type=int, default=3840, help="how wide the lines of one step are together, in pixels")
    asked.add_argument("--drawers", type=int, default=1, help="processes that draw lines")
    asked.add_argument("--threads", type=int, default=2)
    wish = asked.parse_args()

    characters = wish.characters.read_text(encoding="utf-8").replace("\r", "").rstrip("\n").split("\n")
    place_of = {character: index + 1 for index, character in enumerate(characters)}
    place_of[" "] = len(characters) + 1
    torch.set_num_threads(wish.threads)
    random.seed(FIRST_SEED)

    texts = Texts(SEED_OF_CHECKS, characters, wish.places, wish.unihan)
    processes, queue = multiprocessing.get_context("fork"), multiprocessing.Queue(64)
    for drawer in range(wish.drawers):
        processes.Process(target=draw_forever, args=(queue, texts, FIRST_SEED + drawer), daemon=True).start()
    checked = Batches(texts, Lines(SEED_OF_CHECKS), LINES_A_BATCH)
    checks = [checked.draw() for _ in range(CHECKED)]
    whole = Network(wish.network, wish.device)
    print("lines read exactly at the start", f"{exact(whole.net, checks, characters, wish.device):.4f}", flush=True)

    pool = Pool(place_of, wish.device)
    pool.add(queue.get())
    optimizer = torch.optim.AdamW(whole.trained, lr=wish.rate, weight_decay=1e-4)
    loss_of = torch.nn.CTCLoss(blank=0, zero_infinity=True)
    mean = [parameter.detach().clone() for parameter in whole.trained]
    start = [parameter.clone() for parameter in mean]
    taken = lambda: torch._foreach_lerp(start, mean, wish.share)
    begun, step, losses, told = time.time(), 0, [], 0.0
    while (passed := (time.time() - begun) / (wish.minutes * 60)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = wish.rate * min(1, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * passed))
        while not queue.empty():
            pool.add(queue.get())
        images, widths, wanted = pool.draw(wish.columns)
        lines = seen_otherwise(wanted_by_network(images, widths))
        likely = torch.nn.functional.log_softmax(whole.net(lines), 2).permute(1, 0, 2)
        loss = loss_of(
            likely,
            torch.tensor([index for text in wanted for index in text], device=wish.device),
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
            torch._foreach_lerp_(mean, [parameter.detach() for parameter in whole.trained], 1 - kept)
        losses.append(loss.detach())
        if time.time() - begun > told:
            told += wish.minutes * 3
            average = torch.stack(losses[-200:]).mean().item()
            print(f"step {step}, {time.time() - begun:.0f} s, {pool.lines} lines drawn, loss {average:.4f}", flush=True)
            whole.save(wish.out, taken())
    whole.save(wish.out, taken())
    with torch.no_grad():
        for average, parameter in zip(taken(), whole.trained):
            parameter.copy_(average)
    print("steps", step, "lines read exactly at the end", f"{exact(whole.net, checks, characters, wish.device):.4f}", flush=True)


if __name__ == "__main__":
    main()
